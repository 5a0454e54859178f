import type { GoldenCompany } from './golden.ts'

/** A photographer in Lyon with customers in France, Italy, Britain and elsewhere; numbers such as "F26-087". */
const invoices = `
F26-081 | Boulangerie Lefèvre | EUR 180.00 | 2026-10-31 | rf
F26-082 | Mairie de Villeurbanne | EUR 2400.00 | 2026-11-30 | rf
F26-083 | Chloé Lefebvre | EUR 350.00 | 2026-11-15 | rf
F26-084 | Hôtel du Théâtre SARL | EUR 1260.00 | 2026-11-20 | rf
F26-085 | Jean-Baptiste N'Diaye | EUR 420.00 | 2026-11-20 | rf
F26-086 | Société Nouvelle Martin SAS | EUR 960.00 | 2026-11-25 | rf
F26-087 | Martin Dubois | EUR 960.00 | 2026-11-25 | rf
F26-088 | Agence Pixel & Co | EUR 540.00 | 2026-11-30 | rf
F26-089 | Agence Pixel & Co | EUR 720.00 | 2026-11-30 | rf
F26-090 | Ristorante Da Gino di Luigi Bianchi | EUR 615.00 | 2026-11-30 | rf
F26-091 | Giulia De Luca | EUR 245.00 | 2026-11-30 | rf
F26-092 | Comune di Aosta | EUR 1830.00 | 2026-12-15 | rf
F26-093 | Fratelli Esposito S.r.l. | EUR 3050.00 | 2026-11-30 | rf
F26-094 | Oxford Lighting Ltd | EUR 1450.00 | 2026-11-30 | rf
F26-095 | Sarah O'Connor | EUR 275.00 | 2026-11-30 | rf
F26-096 | Mary-Ann Smith | EUR 130.00 | 2026-11-30 | rf
F26-097 | Mark Smith | EUR 130.00 | 2026-11-30 | rf
F26-098 | Brightwater Inc. | USD 1800.00 | 2026-11-30 | rf
F26-099 | Domaine de la Côte Rôtie | EUR 2145.00 | 2026-11-30 | rf plan 715.00 715.00 715.00
F26-100 | Inès García Peña | EUR 99.00 | 2026-11-30 | rf
F26-101 | Cabinet Roche et Associés | EUR 1500.00 | 2026-11-30 | rf
F26-102 | Cabinet Roche et Associés | EUR 1500.00 | 2026-12-31 | rf
F26-103 | Théo Girard | EUR 85.00 | 2026-11-30 | rf settled
F26-104 | Famille Petit, Claire Petit | EUR 310.00 | 2026-11-30 | rf
F26-105 | Paul Petit | EUR 155.00 | 2026-11-30 | rf
F26-106 | Brasserie de l'Étoile | EUR 777.00 | 2026-11-30 | rf
F26-107 | Anaïs Moreau | EUR 210.00 | 2026-11-30 | rf settled
`

const payers = `
Giulia De Luca | Giulia Ferrari | IT60X0542811101000000123456
Mairie de Villeurbanne | TRESORERIE GRAND LYON |
Famille Petit, Claire Petit | Claire Petit | FR1420041010050500013M02606
`

const lines = `
EUR 180.00 | BOULANGERIE LEFEVRE | VIR SEPA F26-081 | auto 081 |
EUR 180.00 | BOUL LEFEVRE SARL | FACTURE OCTOBRE | first 081 |
EUR 2400.00 | TRESORERIE GRAND LYON | MANDAT 8812 BORD 77 F26-082 | auto 082 |
EUR 2400.00 | TRESORERIE GRAND LYON | MANDAT 8812 BORDEREAU 77 | first 082 |
EUR 350.00 | MLLE LEFEBVRE CHLOE | Fact F26 083 photos mariage | auto 083 |
EUR 350.00 | Lefebvre Chloé | solde mariage | first 083 |
EUR 1260.00 | HOTEL DU THEATRE | F26084 | auto 084 |
EUR 1260.00 | SARL HOTEL DU THEATRE LYON | VIREMENT | first 084 |
EUR 420.00 | M. N DIAYE JEAN BAPTISTE | facture n° F26-085 | auto 085 |
EUR 420.00 | NDIAYE JB | photos | first 085 |
EUR 960.00 | STE NOUVELLE MARTIN | F26-086 | auto 086 |
EUR 960.00 | DUBOIS MARTIN | | first 087 |
EUR 960.00 | MARTIN | facture | ambiguous 086 087 |
EUR 1260.00 | AGENCE PIXEL ET CO | F26-088 F26-089 | auto 088+089 |
EUR 1260.00 | PIXEL & CO | vos factures de novembre | first 088+089 |
EUR 540.00 | AGENCE PIXEL | F26-88 | auto 088 |
EUR 720.00 | Pixel & Co Agence | 089 | first 089 |
EUR 615.00 | DA GINO DI BIANCHI LUIGI | SALDO FATT. F26-090 | auto 090 |
EUR 615.00 | Bianchi Luigi | servizio fotografico | first 090 |
EUR 245.00 | FERRARI GIULIA | foto famiglia | first 091 | iban=IT60X0542811101000000123456
EUR 245.00 | DE LUCA GIULIA | fattura F26/091 | auto 091 |
EUR 1830.00 | COMUNE DI AOSTA TESORERIA | MAND. 2231 CIG Z1A2B3C4D5 F26-092 | auto 092 |
EUR 1500.00 | COMUNE DI AOSTA | SPLIT PAYMENT F26-092 | first 092 |
EUR 3050.00 | F.LLI ESPOSITO SRL | F26-093 | auto 093 |
EUR 3050.00 | Fratelli Esposito | BONIFICO | first 093 |
EUR 1435.00 | OXFORD LIGHTING LTD | INVOICE F26-094 LESS CHARGES | first 094 | chg=EUR10.00
EUR 1450.00 | Oxford Lighting Limited | Invoice F26-O94 | auto 094 |
EUR 275.00 | MRS S OCONNOR | headshots F26-095 | auto 095 |
EUR 275.00 | Sarah O Connor | headshots | first 095 |
EUR 130.00 | M SMITH | photo | ambiguous 096 097 |
EUR 130.00 | MARY ANN SMITH | photo | first 096 |
EUR 130.00 | Mark Smith | F26-097 | auto 097 |
EUR 1668.20 | BRIGHTWATER INC | INV F26-098 | auto 098 | inst=USD1800.00
EUR 1650.00 | BRIGHTWATER INC | INV F26-098 WIRE FEE | first 098 | inst=USD1780.00
EUR 715.00 | DOMAINE DE LA COTE ROTIE | F26-099 1ERE ECHEANCE | auto 099 |
EUR 1430.00 | Domaine Côte Rôtie | F26-099 2 échéances | auto 099 |
EUR 1000.00 | Domaine de la Côte Rôtie | acompte F26-099 | first 099 |
EUR 99.00 | INES GARCIA PENA | sesion fotos | first 100 |
EUR 99.00 | García Peña Inés | F26-100 | auto 100 |
EUR 1500.00 | CABINET ROCHE ET ASS. | honoraires | first 101 |
EUR 1500.00 | CABINET ROCHE | F26-102 | auto 102 |
EUR 3000.00 | CABINET ROCHE ET ASSOCIES | F26-101 ET F26-102 | auto 101+102 |
EUR 85.00 | GIRARD THEO | F26-103 | first credit 103 |
EUR -85.00 | Théo Girard | remboursement | first refund Théo Girard |
EUR 310.00 | PETIT CLAIRE | photos enfants | first 104 | iban=FR1420041010050500013M02606
EUR 155.00 | PETIT | photos | first 105 |
EUR 155.00 | M PETIT PAUL | F26-105 | auto 105 |
EUR 465.00 | PETIT CLAIRE ET PAUL | F26-104 F26-105 | first 104+105 |
EUR 777.00 | BRASSERIE DE L ETOILE | F 26 106 | auto 106 |
EUR 777.00 | L'Etoile Brasserie SAS | Menu photos | first 106 |
EUR -210.00 | ANAIS MOREAU | REJET PRLV F26-107 PROVISION INSUFFISANTE | first return 107 | return
EUR 180.00 | URSSAF RHONE-ALPES | REMBT TROP VERSE 2026 | none |
EUR 99.00 | AMAZON PAYMENTS EUROPE | REMBOURSEMENT 406-8811 | none |
EUR 960.00 | STRIPE TECHNOLOGY EUROPE | STRIPE PAYOUT X8K2 | none |
EUR 420.00 | CPAM DU RHONE | IJ 12/11 | none |
EUR 1500.00 | SCI DES LILAS | restitution dépôt de garantie | none |
EUR -45.90 | ORANGE SA | PRLV FACTURE 081 | none |
EUR 350.00 | LEFEVRE PATRICK | F26-083 | auto 083 |
EUR 180.00 | Boulangerie Lefèvre | F25-081 | first 081 |
EUR 275.00 | Patrick O'Connor | Dad paying for Sarah F26-095 | auto 095 |
EUR 2145.00 | DOMAINE COTE ROTIE | reference | auto 099 | ref=rf099
EUR 720.00 | AGENCE PIXEL | RF18 5390 0754 7034 | first 089 | ref=RF18539007547034
`

export const abroad: GoldenCompany = { name: 'Lyon', prefix: 'F26-', invoices, payers, lines }
