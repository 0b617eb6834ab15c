/* What tells a group from a person by its name, in Swedish, Norwegian and English. All in lower case. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Before a name: whoever has one of these and a name is a person. */
export const titles: ReadonlySet<string> = new Set(
  words(`
    herr hr fru fröken frøken frk doktor dr professor prof rektor ordförande ordfører leder ordstyrer borgmester
    borgmästare borgermester kommunalråd oppositionsråd regionråd rådmann kommunalsjef kommundirektør kommundirektör
    kommunedirektør direktör direktør överläkare overlege läkare lege biskop prost präst prest pastor kyrkoherde
    sogneprest rådgiver mr mrs ms miss sir lady dame mayor councillor cllr reverend rev
  `),
)

/** Between the parts of a name. */
export const particles: ReadonlySet<string> = new Set(
  words('af av von van de der den del della di da la le al el bin ibn'),
)

/** A word that holds one of these, anywhere in it, names no person: compounds are long. */
export const groupParts: readonly string[] = words(`
  förening forening förbund forbund kommun municip region råd nämnd utvalg utskott styrelse styret bolag företag
  foretak bedrift selskap sällskap stiftelse organisa skola skole skolor gymnas universit univers college högskol
  høgskol høyskol akademi academ sjukhus sykehus hospital vård omsorg helse hälso health kyrk kirk church församling
  menighet klubb central sentral center centre senter myndighet direktorat departement etaten verket polis politi
  police försvar forsvar försäkring arbetsförmedl arbeids arbets tjänst tjenest service personal brukar bruker invånar
  innbygg medborgar boende beboer medarbet ansatt anställd ledare ledere ledning elever student ungdom äldre eldre
  pension familj familie föräldr foreldr vårdnad pårør anhörig närstående närings nærings handel tidning avisa media
  bostäd bolig fastighet eiendom energi trafik kollektiv idrott idrett kultur museum bibliotek barnehage förskol
  friviljig frivillig volontär organis sanitets kvinner kvinnor samfund samfunn partiet partier länsstyrelse fylke
  sverige sweden norge norway norden nordic danmark finland europ utvikler utbygg entreprenör lärare lærer läkar leger
  sköter pleier grannskap nabolag naboer grannar hyresgäst leietaker turist nettverk nätverk network allians korset
  frelse frälsning rotary association committee council foundation society department agency authority company
  business chamber community partnership federation institute ministry trust
`)

/** Whole words of groups, and adjectives that a name of a group begins with. */
export const groupWords: ReadonlySet<string> = new Set(
  words(`
    ab as asa hb ltd inc plc group groups team board union club forum bank banken barn barnen barna unga unge ung young
    youth older elderly senior seniors people persons persons residents citizens users user patients relatives carers
    caregivers parents children families students pupils teachers nurses doctors staff employees workers volunteers
    members owners landlords tenants neighbours shops farmers women men adults migrants refugees newcomers immigrants
    local lokala lokale national nationella nasjonale svenska svensk norsk norske norges sveriges nya nye new röda røde
    red rädda redd save gröna grønne green home care social sosial council councils office press radio tv news daily
    post posten nav ikea coop ica the all alle alla other andra andre chefer sjefer media bønder bönder lag fc if ik il
    bk sk gif
  `),
)

/** First names that end as a noun with its article or in a genitive. */
export const firstNames: ReadonlySet<string> = new Set(
  words(`
    agnes alexis amos anders andreas angus boris carlos charles chris claes clas curtis dennis doris douglas elias ellis
    enes florens francis frans frances gladys gregers hans hannes henriks idris ines inés ines iris jacobus jakobus james
    jens jesus jonas johannes joris julius karlis klas klaus klemens laurits lars lis liss lois louis lucas lukas luis
    magnus marcus markus mathias matias mats mattias matthias matthäus miles moses nicholas nicolas nicklas niklas nils
    olaus paulus pontus rasmus rhys ross stanislas thaddeus theis thomas tobias tomas tomas truls ulises urs yunus
    karen helen ellen maren marlen jørgen morten torben kirsten kristen kersten karsten carsten steen preben øystein
    espen esben hakon halfden helgen kathleen eileen maureen noreen doreen owen evren yasmen carmen imen owen warren
    darren steven stephen ruben robben allen alen bjarten bergen doreen jurgen jürgen gretchen helene irene marlene
    malene charlene lene jolene darlene rene renée margaret harriet juliet janet bridget elisabet elizabet mehmet ahmet
    verena serena milena helena elena lorena irena magdalena filippa hanna johanna
  `),
)
