from okrcli.next_step import NextStep, StepKind, steps_in, with_sentences

CHECK, RULES = NextStep(StepKind.CHECK), NextStep(StepKind.LIST_RULES)


def test_sentences_are_said_behind_the_message_and_steps_are_not() -> None:
    assert with_sentences("It is wrong.", ["Put it right.", CHECK, ""]) == (
        "It is wrong. Put it right."
    )


def test_steps_are_there_once_in_their_order() -> None:
    assert steps_in([RULES, "Put it right.", CHECK, RULES]) == (RULES, CHECK)


def test_step_has_what_it_is_about() -> None:
    assert NextStep.record_reading("nps") == NextStep(StepKind.RECORD_READING, "nps")
    assert NextStep.record_reading("nps", "chat") == NextStep(
        StepKind.RECORD_READING_OF_SEGMENT, "nps", "chat"
    )
    assert NextStep.finish_action("calm", 2) == NextStep(StepKind.FINISH_ACTION, "calm", "2")
    assert NextStep.name_column("date", "Fecha") == NextStep(StepKind.NAME_COLUMN, "date", "Fecha")
