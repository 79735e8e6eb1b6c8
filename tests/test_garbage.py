import gc

from okrcli.garbage import without_garbage_collection


def test_collector_rests_and_goes_on() -> None:
    with without_garbage_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_that_somebody_else_has_stopped_stays_so() -> None:
    gc.disable()
    try:
        with without_garbage_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
