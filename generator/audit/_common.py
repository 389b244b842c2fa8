"""Very common words of English and Spanish that are family names too: alone they tell nothing."""

from __future__ import annotations

COMMON = frozenset(
    """abbey acorn agate alba alegria alley alto amigo amor an angel angeles anger apple arbor arch archer arena arms arroyo art ash august
    aurora autumn baker ball bank banks banner bar barber barn baron barrio basil bass battle bay beach bean bear beck bell bello berry
    best birch bird bishop black blanca blanco blood bloom blue board boat bond book boot booth bosque bowl bowman box branch brand bravo
    bread bridge bridges bright brook brooks brown buck budget bueno buenos bull bullet burn bush butcher butler button cabeza cable calle
    camp campo campos cannon canon cantor card carpenter carter casa case cash castillo castle cat causa cave center chambers chance
    change chapel chapman chase cherry chico child church city claro clay clear clerk cliff close cloud coin cold cole coleman colon conde
    cook cool cooper coral cord cordero corn corona corte cortes costa cotton counter court cox craft crane creek cross crow crown cruz
    curry dale dance dancer dark dawn day days dean deer delgado diamond do dolores dove down downs draper drew drum duke dulce early
    earth east easter elder english espada espejo espinosa estrella fair farm farmer feather ferry field fields fiesta finch fire fish
    fisher flag flint flood flores flower flowers folk ford forest fortune foster fountain fox franco free freeman french friend frost
    fuente fuentes fuller gallo games garden gardener garland gates gato gentle gift gil glass glover goes gold golden good grace gracia
    grande grant grass grave graves gray green grey ground grove guard guerra guerrero guide gun hale hall ham hand hands hardy harper
    hart have hawk hay hazel head heart heath herb hermosa hero hidalgo hierro high hill hills holly home hood hook hope horn horne horse
    house hoy hunt hunter ice iglesia in invierno iron island ivy jay jewel joy judge july june justice kay keen key keys king kings
    kitchen knight lago lake lamb lance land lane lark law lawn laws lay leaf leal leche leon li libre light lily lima lion lirio little
    lobo locke lodge long lord love low luna luz lynch maestro major man manga mango mann manzano mar march marin mark market marsh martin
    mason master may mayo mayor mead means merced mercer mercy mesa mil miles mill miller mills mina mint moneda monk montana monte montes
    moon moor moore mora moral morales moreno moss mount mountain mundo muro nail negro new nieto nieves nino noble noche noon north nose
    nova novel oak oaks oasis ocean old oliva olive olmo orange orchard oro otter outlaw owl pace padre page pages paint painter palace
    palacios palma palmer palomo pan paper parish park parker parks pastor pato payne paz peace peach peak pearl pen pena penny pepper
    perry phoenix piece pike pine pino pinto place plant plata play plaza plume poet point pole pollard pollen pond pool poole poor pope
    port porter post pot potter power powers prado price priest prieto prince print proud puente puerta puerto purple queen quick quiet
    rain raines ramos ransom raven ray real red reed rey reyes rice rich rico riddle ring rio rios rivas river rivera rivero rivers road
    roads robin roble roca rocha rock roja rojas rojo roman rosa rosado rosario rose ross round rowan rubio rueda ruler rush russet sabio
    sage sala salas sale sales salmon salt salvador san sand sands santa santo santos sargent savage sawyer school sea seal seed self
    selva serrano sharp shell shepherd shine ship shoemaker shore short sierra silva silver singer sky slate small smart smith snow so sol
    soldier soler solo song soto south sparks sparrow spear speed spice spring stack stamp star stark starling steel steele stern stone
    storey storm story street strong sugar summer summers sun sutter swan sweet swift sword table taylor teacher temple thorn tierra time
    tinker to toro torre torres tower town towns trace tree trigo true trueblood try tucker turn turner twist vaca valiente valle valley
    van vega vela vera verde viejo viento villa vine violet virgen vista viva walk walker wall walls war ward ware warm water waters way
    ways weaver web webb webster week weeks welcome well wells west wheat wheel wheeler while white wild wilder will wills wind winds
    winter winters wise wish with wolf wood woods wool word words work works world worth wren wright year yellow york you young zapata
    zapatero zorro""".split()
)
"""Some 700 words, folded as `fold` folds them."""

PARTICLES = frozenset("al ap bin bint da das de del della den der des di do dos du e el ibn la las le les lo los mac mc o san st ten ter und van ver von y zu".split())
"""Small words inside family names: never looked for by themselves."""

FILE_WORDS = frozenset(
    """after archive artifact artwork audio before camera captions capture case chart clip code cover data diagram document draft
    drawing essay export figure film final footage graph image images img index letter logbook model movie music notebook notes
    output painting photo photos picture plan portrait poem poster presentation process product profile project readings recording
    reflection report result results scan screen screenshot script selfie sheet sketch slides sound story table talk text title
    transcript untitled version video voice work writing""".split()
)
"""Words that thousands of files are called by: such a name tells nobody anything."""
