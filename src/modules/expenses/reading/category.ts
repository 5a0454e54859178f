import { foldedWords } from '../../../kernel/fold.ts'
import type { ExpenseCategory } from '../expense.ts'

/** Words of receipts in four languages, and names that everybody knows, by what they are for; folded, whole words. */
const words: Readonly<Partial<Record<ExpenseCategory, string>>> = {
  meals:
    'lunch dinner breakfast restaurant ristorante bistro cafe caffe bar pizzeria trattoria osteria brasserie mittagessen abendessen essen gasthof gasthaus bewirtung ' +
    'speisen getranke dejeuner diner repas pranzo cena coperto couvert menu starbucks burger mcdonald mcdonalds imbiss backerei boulangerie panetteria trinkgeld',
  travel:
    'train taxi hotel flight uber bolt airline airbnb booking zug bahn flug fahrkarte billett ticket sbb cff ffs bls zvv sncf trenitalia italo deutsche oebb tgv ' +
    'easyjet swiss lufthansa ryanair ubernachtung ubernachtungen nuitee chambre camera albergo treno volo auberge motel bus tram metro fahrausweis db',
  vehicle:
    'parking parkhaus parkplatz parkgebuhr stationnement parcheggio petrol fuel diesel benzin bleifrei essence carburant benzina garage werkstatt shell esso avia socar ' +
    'tankstelle aral total migrol agip q8 autobahn peage pedaggio vignette toll mobility carsharing carburante gasolio',
  phone:
    'phone mobile telefon telefonrechnung swisscom sunrise salt telekom vodafone o2 orange sfr bouygues tim wind iliad bt ee internet fibre glasfaser telephone',
  software:
    'software licence license lizenz abonnement saas subscription hosting domain github adobe microsoft google workspace figma notion slack zoom dropbox openai ' +
    'hetzner digitalocean aws amazon-web cloud infomaniak hostpoint ovh server jetbrains atlassian canva cloudflare',
  office:
    'office papier paper toner druckerpapier porto postage post briefmarken timbres francobolli papeterie cartoleria burobedarf staples viking pelikan ordner envelopes buromaterial',
  rent: 'rent miete loyer affitto nebenkosten coworking raummiete mietzins locazione',
  insurance: 'insurance versicherung assurance assicurazione police allianz axa mobiliar zurich generali helvetia baloise haftpflicht pramie',
  training: 'training course kurs seminar formation corso weiterbildung workshop conference konferenz tagung congres udemy coursera',
  advice: 'lawyer notary accountant treuhand steuerberater anwalt notar fiduciaire avocat notaire avvocato commercialista notaio honorar fiduciaria',
  marketing: 'marketing advertising werbung ads publicite pubblicita flyer visitenkarten linkedin facebook meta mailchimp inserat anzeige vistaprint',
  bank_fees: 'bank fee fees kontofuhrung bankspesen spesenabrechnung frais-bancaires stripe paypal sumup kontogebuhr commissioni',
  equipment:
    'laptop computer monitor printer drucker notebook iphone ipad macbook kamera camera-equipment digitec brack mediamarkt fnac möbel ikea stuhl tisch apparecchio',
  taxes: 'steueramt finanzamt gebuhr handelsregister ahv urssaf taxe tasse inps fee-state steuer gebuhren motorfahrzeugsteuer',
}

const categoryByWord = new Map(
  Object.entries(words).flatMap(([category, list]) => list.split(' ').map((word) => [foldedWords(word).join(' '), category as ExpenseCategory] as const)),
)

/** What a cost is for, by the words of its payee, its description or the text of its receipt; undefined where they say nothing. */
export function categoryOf(text: string): ExpenseCategory | undefined {
  const counts = new Map<ExpenseCategory, number>()
  foldedWords(text)
    .slice(0, 2000)
    .forEach((word, index) => {
      const category = categoryByWord.get(word)
      // What stands on top, the payee's name, says more than what is bought.
      if (category) counts.set(category, (counts.get(category) ?? 0) + (index < 12 ? 3 : 1))
    })
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0]
}
