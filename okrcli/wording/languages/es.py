"""Spanish words: verbs by what they say about a title, and the words that say too little."""

from typing import Final

from okrcli.wording.languages.es_forms import FORMS
from okrcli.wording.languages.lexicon import (
    Sense,
    Vocabulary,
    by_first_word,
    by_word,
    conjugate,
    directions,
    verb_phrases,
)
from okrcli.wording.letters import word_set

VERBS: Final = {
    Sense("change", "increase", speeds=True): "acelerar agilizar",
    Sense("change", "increase"): (
        "aumentar incrementar elevar subir crecer  ampliar extender alargar"
        " acrecentar engrosar agrandar prolongar"
    ),
    Sense("change", "increase", 1): "multiplicar",
    Sense("change", "increase", 2): "duplicar doblar",
    Sense("change", "increase", 3): "triplicar",
    Sense("change", "increase", 4): "cuadruplicar",
    Sense("change", "increase", 5): "quintuplicar",
    Sense("change", "decrease"): (
        "reducir disminuir bajar recortar acortar decrecer rebajar abatir descender perder"
        " eliminar erradicar aminorar decrementar adelgazar achicar abaratar aligerar mermar"
        " aplanar frenar"
    ),
    Sense("reach"): (
        "lograr alcanzar conseguir obtener llegar ganar generar captar atraer cerrar ahorrar"
        " vender facturar recaudar cumplir asegurar garantizar sumar recibir firmar convertir"
        " recuperar acumular adquirir cobrar conquistar procurar recolectar recoger reunir"
        " rentabilizar materializar ascender clasificar cubrir recabar ingresar colocar aprobar"
        " acertar fichar amasar igualar cosechar"
    ),
    Sense("reach", "increase"): "superar exceder sobrepasar rebasar sobrecumplir",
    Sense("keep"): (
        "mantener limitar seguir continuar conservar retener sostener preservar permanecer"
        " proseguir quedar"
    ),
    Sense("vague"): (
        "optimizar facilitar reforzar consolidar fomentar promover fidelizar modernizar"
        " simplificar estabilizar perfeccionar posicionar liderar innovar transformar apoyar"
        " favorecer estimular incentivar motivar inspirar satisfacer deleitar encantar sorprender"
        " priorizar enfocar trabajar intentar tratar evolucionar revolucionar profesionalizar"
        " dinamizar afianzar robustecer enriquecer cultivar nutrir empoderar contribuir colaborar"
        " ayudar gestionar racionalizar armonizar equilibrar reinventar repensar destacar"
        " sobresalir diferenciar centrar concentrar cuidar dominar aprovechar alinear habilitar"
        " acompañar propiciar avanzar progresar madurar flexibilizar solidificar refinar pulir"
        " afinar comprometer"
    ),
    Sense("vague", "increase"): (
        "mejorar potenciar impulsar fortalecer expandir maximizar escalar intensificar"
        " profundizar ensanchar"
    ),
    Sense("vague", "decrease"): "minimizar mitigar aliviar",
    Sense("state"): "volver",
    Sense("have"): "tener disponer ser estar",
    Sense("shift"): "pasar llevar ir cambiar mover trasladar migrar modificar variar ajustar",
    Sense("task"): (
        "invertir implementar crear lanzar desarrollar actualizar realizar automatizar establecer"
        " entrar diseñar organizar analizar participar hacer construir elaborar redactar escribir"
        " publicar contratar capacitar formar entrenar ejecutar completar terminar finalizar"
        " concluir acabar iniciar comenzar empezar abrir definir documentar preparar planificar"
        " planear programar presentar entregar enviar mandar revisar auditar evaluar medir"
        " monitorear monitorizar supervisar controlar probar testear validar verificar comprobar"
        " certificar acreditar homologar instalar configurar integrar desplegar introducir"
        " incorporar agregar añadir adicionar incluir renovar remodelar rediseñar reestructurar"
        " reorganizar refactorizar reemplazar sustituir quitar retirar cancelar archivar borrar"
        " limpiar depurar ordenar corregir arreglar reparar solucionar resolver atender responder"
        " contestar contactar llamar visitar entrevistar encuestar consultar preguntar investigar"
        " estudiar explorar aprender leer asistir viajar correr nadar caminar trotar salir"
        " practicar meditar dormir comer beber cocinar dejar comprar pagar donar invitar"
        " comunicar difundir divulgar anunciar promocionar compartir grabar producir fabricar"
        " distribuir repartir asignar designar nombrar delegar negociar renegociar acordar pactar"
        " reclutar seleccionar identificar detectar mapear modelar calcular estimar presupuestar"
        " pronosticar categorizar etiquetar catalogar digitalizar estandarizar normalizar"
        " centralizar unificar sistematizar sincronizar conectar vincular enlazar montar armar"
        " ensamblar fundar constituir formalizar institucionalizar adoptar adaptar aplicar"
        " ejercer emitir imprimir traducir localizar editar filmar dibujar trazar cartografiar"
        " hablar conversar dialogar charlar debatir discutir proponer elegir escoger decidir"
        " determinar fijar marcar estrenar inaugurar celebrar conmemorar premiar reconocer"
        " recompensar patrocinar apadrinar plantar reciclar registrar inscribir matricular"
        " apuntar suscribir alquilar rentar mudar subcontratar externalizar tercerizar explicar"
        " mostrar demostrar exponer impartir dictar ofrecer brindar dar proveer proporcionar"
        " suministrar servir someter solicitar pedir requerir tramitar administrar dirigir"
        " coordinar operar procesar manejar activar desactivar bloquear liberar soltar cargar"
        " descargar respaldar proteger blindar prevenir evitar combatir luchar diagnosticar"
        " inspeccionar examinar observar vigilar rastrear trackear segmentar personalizar"
        " parametrizar prototipar pilotar pilotear experimentar simular ensayar recopilar"
        " compilar sintetizar resumir informar reportar notificar avisar rotular sembrar"
        " prospectar agendar cotizar licitar embarcar despachar poner volcar colgar sensibilizar"
        " concientizar concienciar educar enseñar instruir mentorizar tutorizar socializar"
        " onboardear refrescar rotar rehacer reescribir reconstruir replantear reformular"
        " reiniciar relanzar retomar reanudar"
    ),
}
_PHRASES: Final = {
    Sense("change", "increase"): "hacer crecer|dar crecimiento|hacer mas rapido|ir de menos a mas",
    Sense("change", "decrease"): "bajar de peso|dejar de perder",
    Sense("reach"): (
        "llegar a|dar de alta|entrar en el top|hacer realidad|salir a flote|tener exito"
        "|llegar hasta|conseguir que|lograr que|hacer que|posicionarnos en el top"
        "|convertir en clientes|convertir al menos|convertir el|convertir un"
    ),
    Sense("keep"): (
        "no superar|no exceder|no sobrepasar|no rebasar|no pasar de|seguir siendo|no perder"
        "|no bajar de|mantenerse|mantenernos|evitar superar"
    ),
    Sense("task"): (
        "llevar a cabo|poner en marcha|poner en produccion|dar inicio|dar formacion|dar comienzo"
        "|hacer seguimiento|hacer una|hacer un|salir a correr|salir a trotar|cerrar la oficina"
        "|seguir un curso|pasar a produccion|ir al gimnasio|ir a correr|sacar al mercado"
        "|sacar una|sacar un|dejar de fumar|tomar un curso|tomar clases|subir a produccion"
        "|subir videos|subir contenido|estar en contacto|ganar experiencia|convertir los pdf"
        "|obtener feedback|recoger feedback|reunirse|reunirnos|cambiar de|abrir una"
    ),
    Sense("vague"): (
        "hacer mas|hacer mejor|trabajar mas|trabajar mejor|dar lo mejor|ser mejor|ser mejores"
        "|ser mas|sacar provecho|hacer felices|tener mejor|tener mejores|tener mas|dar mejor"
        "|dar un mejor|brindar un mejor|brindar mejor|ofrecer mejor|ofrecer un mejor"
        "|ofrecer una mejor|brindar una mejor|ofrecer un excelente|brindar un excelente|estar mas"
        "|ponerse en forma|ponerme en forma|estar en forma|ampliar horizontes"
    ),
    Sense(
        "state"
    ): "convertirse|convertirnos|convertirme|convertirte|llegar a ser|volverse|volvernos",
    Sense("have"): "contar con",
}
_NOT_VERBS: Final = word_set(
    """
    mejoras compra compras venta ventas marca marcas visita visitas llamada llamadas entrega
    entregas cuenta ahorro ahorros base tasa gana sola lista media firma firmas consulta
    consultas encuesta encuestas nota suma fija reunida servida control controles formas forma
    ordena orden meta encargo pago pagos llegada salida entrada entradas medida medidas vista
    registro informe informes prueba pruebas muestra muestras cobro cobros estado estados sumas
    busca cartera cierre cierres alcance avance avances retiro contacto son es esta como sera
    clasifica cargas carga monta pida sea sean sida sido est este esten estes estas siendo siend
    vuelta vueltas paga pagas abierta doble nombre nombres rota baja bajas alta liderada ingreso
    ingresos cambio cambios cambia enfoque enfoques apoyo inviertas invertida gestiones programa
    programas capacitada activa activas liberada plana pula servicio refuerzo montos monte renta
    rentas marque trate trata siga diseñas hecha hechas hecho hechos avise dicte poda des de den
    da di dada pase pases pasada pasadas ayuda ayudas estudia estudio viaje viajes coma comas
    come comen anuncio anuncios donde lea leas cita pacta guarda pauta uso usa usas una unas une
    unes tema
    """
)
_NOUNS: Final = {
    Sense("change", "increase"): (
        "aumento incremento crecimiento subida alza mejora ampliacion expansion aceleracion mas"
        " mayor mayores mejor mejores superior adicional adicionales incrementos aumentos"
    ),
    Sense("change", "decrease"): (
        "reduccion disminucion bajada caida descenso recorte ahorro menos menor menores inferior"
        " rebaja reducciones baja"
    ),
}
_WEASELS: Final = (
    "o algo así|lo más pronto posible|en breve|próximamente|sinergia|sinergias|"
    "cambio de paradigma|excepcional|excepcionales|impecable|"
    "unos|unas|cerca de|casi|idealmente|lo máximo posible|de calidad|"
    "varios|varias|algunos|algunas|adecuado|adecuada|adecuados|adecuadamente|aproximadamente"
    "|en lo posible|en la medida de lo posible|en la medida de nuestras posibilidades|etc"
    "|etcétera|muchos|muchas|diversos|diversas|numerosos|numerosas|más o menos|alrededor de"
    "|suficiente|suficientes|suficientemente|razonable|significativo|significativamente"
    "|significativa|sustancialmente|óptimo|óptima|robusto|robusta|rápidamente|fácilmente"
    "|eficientemente|eficazmente|apropiado|apropiada|lo antes posible|cuanto antes"
    "|lo más rápido posible|tan pronto como sea posible|a la brevedad|en el menor tiempo posible"
    "|cerca del|alrededor del"
    "|de alta calidad|de clase mundial|de primer nivel|de vanguardia|entre otros|entre otras"
    "|y demás|según corresponda|si es posible|cuando sea posible|un poco|bastante|oportuno"
    "|oportuna|oportunamente|considerablemente|notablemente|mejor posible"
)
_PLACEHOLDERS: Final = (
    "por definir|pendiente de definir|a definir|por determinar|por confirmar|a confirmar|tbd|tbc"
    "|se definirá|pendiente de confirmar|sin definir"
)
_VANITIES: Final = (
    "seguidores|visitas|correos enviados|emails enviados|llamadas atendidas|me gusta|likes"
    "|descargas|impresiones|visualizaciones|páginas vistas|clics|suscriptores|reproducciones"
    "|llamadas realizadas|menciones|visitantes"
)


_BY_NOUN: Final = by_word(_NOUNS)

VOCABULARY: Final = Vocabulary(
    verbs=conjugate(VERBS, FORMS, without=_NOT_VERBS),
    phrases=verb_phrases(by_word(_PHRASES, "|")),
    nouns=_BY_NOUN,
    changes=directions(_BY_NOUN),
    weasels=by_first_word(_WEASELS.split("|")),
    placeholders=by_first_word(_PLACEHOLDERS.split("|")),
    vanities=by_first_word(_VANITIES.split("|")),
)
