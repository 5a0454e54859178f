import type { GoldenCompany } from './golden.ts'

/**
 * A small company in Bern. Number | customer | open | due | what else: `plan` open instalments, `settled` paid before,
 * `qr` its reference is the QR reference made from the number. Customers of one name but different people have a mark in brackets.
 */
const invoices = `
2026-0301 | Anna Meier | CHF 120.00 | 2026-10-31 | qr
2026-0302 | Bäckerei Müller GmbH | CHF 1250.00 | 2026-11-05 | qr
2026-0303 | Zoë Rochat | CHF 75.00 | 2026-11-10 | qr
2026-0304 | Hans Müller | CHF 120.00 | 2026-11-10 | qr
2026-0305 | Heidi Müller | CHF 120.00 | 2026-11-12 | qr
2026-0306 | Müller Elektro AG | CHF 480.50 | 2026-11-15 | qr
2026-0307 | Peter Keller | CHF 300.00 | 2026-11-15 | qr
2026-0308 | Sandra Keller | CHF 300.00 | 2026-11-18 | qr
2026-0309 | François Dupont-Aymon | CHF 89.90 | 2026-11-18 | qr
2026-0310 | Garage Rossi & Figli SA | CHF 2340.00 | 2026-11-20 | qr
2026-0311 | Maria Rossi | CHF 240.00 | 2026-10-20 | qr
2026-0312 | Maria Rossi | CHF 240.00 | 2026-11-20 | qr
2026-0313 | Stiftung Sonnenhof | CHF 4800.00 | 2026-11-25 | qr
2026-0314 | Gemeinde Köniz | CHF 6120.75 | 2026-11-30 | qr
2026-0315 | Dr. med. Ursula Hürlimann | CHF 360.00 | 2026-11-30 | qr
2026-0316 | Dr. med. Ursula Hürlimann | CHF 95.00 | 2026-12-05 | qr
2026-0317 | Alpina Bikes AG | CHF 1000.00 | 2026-11-01 | qr plan 250.00 250.00 500.00
2026-0318 | Reto Bünzli | CHF 150.00 | 2026-11-30 | qr
2026-0319 | Lea Steiner | CHF 49.00 | 2026-11-01 | qr
2026-0321 | Marco Steiner | CHF 49.00 | 2026-11-01 | qr
2026-0322 | Jürg Zürcher | CHF 580.00 | 2026-11-30 | qr
2026-0323 | Thomas Weber (Bern) | CHF 199.00 | 2026-11-30 | qr
2026-0324 | Thomas Weber (Thun) | CHF 199.00 | 2026-11-28 | qr
2026-0325 | Helvetia Consulting Sàrl | CHF 3210.40 | 2026-11-30 | qr
2026-0326 | Acme Studio GmbH | CHF 1200.00 | 2026-10-31 | qr
2026-0327 | Acme Studio GmbH | CHF 860.00 | 2026-11-15 | qr
2026-0328 | Acme Studio GmbH | CHF 340.00 | 2026-11-30 | qr
2026-0329 | Nguyen Thi Lan | CHF 65.00 | 2026-11-30 | qr
2026-0330 | Oğuz Yılmaz | CHF 65.00 | 2026-11-30 | qr
2026-0331 | Kovács Eszter | CHF 130.00 | 2026-11-30 | qr
2026-0332 | Łukasz Wiśniewski | CHF 131.00 | 2026-11-30 | qr
2026-0333 | Schreinerei Holzwurm | CHF 775.25 | 2026-11-30 | qr
2026-0334 | Verein Hundefreunde Bern | CHF 420.00 | 2026-11-30 | qr
2026-0335 | Café Central | CHF 88.00 | 2026-11-30 | qr
2026-0336 | Berner Kantonalspital | CHF 2000.00 | 2026-12-10 | qr
2026-0337 | Petra Frei-Schmid | CHF 210.00 | 2026-11-30 | qr
2026-0338 | Daniel und Sabine Huber | CHF 640.00 | 2026-11-30 | qr
2026-0339 | Bike Import GmbH | EUR 1500.00 | 2026-11-30 |
2026-0340 | Studio Lumière SARL | EUR 950.00 | 2026-11-30 |
2026-0341 | Golden Gate LLC | USD 2000.00 | 2026-11-30 |
2026-0342 | Beatrice von Allmen | CHF 110.00 | 2026-11-30 | qr
2026-0343 | Urs Gerber | CHF 330.00 | 2026-10-30 | qr settled
2026-0344 | Simon Ammann | CHF 17.50 | 2026-11-30 | qr
2026-0345 | Nora Blaser | CHF 1111.10 | 2026-11-30 | qr
2026-0346 | Nora Blaser | CHF 222.20 | 2026-12-15 | qr
2026-0347 | Kita Regenbogen | CHF 780.00 | 2026-11-30 | qr
2026-0348 | Elisabeth Aeschlimann | CHF 145.00 | 2026-11-30 | qr
2026-0349 | Jean-Luc Favre | CHF 512.00 | 2026-11-30 | qr settled
`

/** Who paid before under which name, from which account, and what each month. */
const payers = `
Sandra Keller | Sandra Hofer | CH5604835012345678009
Marco Steiner | M. Steiner | CH9300762011623852957
Lea Steiner | Lea Steiner | CH4431999123000889012 | CHF 49.00
Gemeinde Köniz | Finanzverwaltung Koeniz |
Kita Regenbogen | Trägerverein Kinderhaus | CH3181239000001245689
`

/** Amount | payer | text | what is right | account, reference, amount as ordered … */
const lines = `
CHF 120.00 | Anna Meier | | auto 0301 | ref=qr0301
CHF 1250.00 | BAECKEREI MUELLER GMBH, BERN | | auto 0302 | ref=qr0302
CHF 75.00 | | Rechnung 2026-0303 | auto 0303 |
CHF 120.00 | Müller-Huber Hans | Rg. 2026-0304 vom 11.10. | auto 0304 |
CHF 120.00 | Heidi Müller | Rechnungsnummer 2026 0305 | auto 0305 |
CHF 480.50 | MUELLER ELEKTRO AG | RE 20260306 | auto 0306 |
CHF 300.00 | Peter Keller | danke für den kurs | first 0307 |
CHF 300.00 | Hofer Sandra | kurs november | first 0308 | iban=CH5604835012345678009
CHF 89.90 | DUPONT AYMON FRANCOIS | facture 2026/0309 | auto 0309 |
CHF 2340.00 | GARAGE ROSSI E FIGLI SA LUGANO | fattura 2026-310 | auto 0310 |
CHF 240.00 | Maria Rossi | | first 0311 |
CHF 240.00 | Maria Rossi | 2026-0312 | auto 0312 |
CHF 480.00 | Rossi Maria | due fatture | first 0311+0312 |
CHF 4800.00 | STIFTUNG SONNENHOF | Kreditor 4711 / 2026-0313 / Projekt 88 | auto 0313 |
CHF 6120.75 | Finanzverwaltung Koeniz | Sammelauftrag 338812 | first 0314 |
CHF 360.00 | Praxis Dr. U. Huerlimann | Zahlung Rechnung Nr. 0315 | auto 0315 |
CHF 455.00 | Huerlimann Ursula | 2026-0315, 2026-0316 | auto 0315+0316 |
CHF 250.00 | Alpina Bikes AG | Rate 1 zu 2026-0317 | auto 0317 |
CHF 500.00 | Alpina Bikes AG | 2 Raten RG 2026-0317 | auto 0317 |
CHF 400.00 | Alpina Bikes AG | Akonto 2026-0317 | first 0317 |
CHF 150.00 | Buenzli Reto | 2O26-O318 | auto 0318 |
CHF 150.00 | Reto Buenzli, Dorfstr. 3 | Hundekurs Welpen | first 0318 |
CHF 49.00 | Lea Steiner | Dauerauftrag Abo | auto 0319 | iban=CH4431999123000889012
CHF 49.00 | Steiner | Abo | none |
CHF 49.00 | M. Steiner | | first 0321 | iban=CH9300762011623852957
CHF 580.00 | Zuercher Juerg | Rechnung vom 12. Oktober | first 0322 |
CHF 199.00 | Thomas Weber | Rechnung | ambiguous 0323 0324 |
CHF 199.00 | Weber Thomas, Thun | Rg 324 | first 0324 |
CHF 199.00 | Thomas Weber | QR-Rechnung | auto 0323 | ref=qr0323
CHF 3210.40 | HELVETIA CONSULTING SARL GENEVE | FACT. NO 2026-0325 CLIENT 10023 | auto 0325 |
CHF 1200.00 | ACME STUDIO GMBH | RG 2026-0326 | auto 0326 |
CHF 2060.00 | ACME STUDIO GMBH | RG 2026-0326 + 2026-0327 | auto 0326+0327 |
CHF 2400.00 | Acme Studio | alle offenen Rechnungen | first 0326+0327+0328 |
CHF 1200.00 | Acme Studio GmbH | 0327+0328 | auto 0327+0328 |
CHF 65.00 | LAN NGUYEN THI | | first 0329 |
CHF 65.00 | OGUZ YILMAZ | 2026-0330 | auto 0330 |
CHF 130.00 | Eszter Kovacs | lesson | first 0331 |
CHF 131.00 | WISNIEWSKI LUKASZ | faktura 2026-0332 | auto 0332 |
CHF 775.25 | Holzwurm Schreinerei, Inh. B. Graf | 26-0333 | first 0333 |
CHF 420.00 | Hundefreunde Bern, Kassier R. Moser | Jahresbeitrag Kurs | first 0334 |
CHF 88.00 | Cafe Central, 3011 Bern | Rechng 2026- 0335 | auto 0335 |
CHF 2000.00 | BERNER KANTONALSPITAL KREDITORENBUCHHALTUNG | BELEG 5100088123 2026-0336/SKONTO 0.00 | auto 0336 |
CHF 210.00 | Petra Frei | danke Petra | first 0337 |
CHF 640.00 | Huber Daniel u. Sabine | 0338 | first 0338 |
CHF 320.00 | Sabine Huber | erste Hälfte 2026-0338 | first 0338 |
CHF 1431.15 | Bike Import GmbH | Rechnung 2026-0339 | auto 0339 | inst=EUR1500.00
CHF 905.20 | STUDIO LUMIERE SARL | paiement facture | first 0340 | inst=EUR950.00
CHF 1733.90 | GOLDEN GATE LLC | INVOICE 2026-0341 /OUR | first 0341 | inst=USD1985.00
CHF 110.00 | v. Allmen Beatrice | Rechnung Okt | first 0342 |
CHF 330.00 | Urs Gerber | 2026-0343 nochmals | first credit 0343 |
CHF 17.50 | Twint Simon Ammann | Twint *8812 | first 0344 |
CHF 1111.10 | Nora Blaser | RF ohne | first 0345 |
CHF 1333.30 | N. Blaser | 2026-0345 / 346 | auto 0345+0346 |
CHF 780.00 | Trägerverein Kinderhaus | Weiterbildung | first 0347 | iban=CH3181239000001245689
CHF 145.00 | Aeschlimann Beth | 2026 - 0348 | auto 0348 |
CHF 120.00 | Amazon EU Sarl | Rückerstattung Bestellung 302-4455667 | none |
CHF 300.00 | Swica Versicherung | Rückvergütung Police 88.301.22 | none |
CHF 75.00 | Ricardo AG | Auszahlung 99120303 | none |
CHF 3500.00 | Anna Keller | Einlage privat | none |
CHF 512.40 | Steuerverwaltung des Kantons Bern | Rückzahlung Steuern 2025 | none |
CHF -330.00 | Urs Gerber | Rückzahlung doppelt 2026-0343 | first refund Urs Gerber |
CHF -512.00 | Jean-Luc Favre | Rücklastschrift 2026-0349 Konto gesperrt | first return 0349 | return
CHF -2000.00 | Immobilien Bern AG | Miete Dezember | none |
CHF 119.00 | Anna Meier | 2026-0301 | first 0301 |
CHF 125.00 | Anna Meier | 2026-0301 plus 5 Trinkgeld | first 0301 |
CHF 117.30 | SumUp Payments Ltd | 2026-0301 MEIER | first 0301 |
CHF 1244.50 | Bäckerei Müller GmbH | Rechnung 2026-0302 | auto 0302 | chg=CHF5.50
CHF 120.00 | Müller | Rechnung 2026-0304 2026-0305 | ambiguous 0304 0305 |
CHF 240.00 | Hans und Heidi Müller | 2026-0304 und 2026-0305 | first 0304+0305 |
CHF 480.50 | Müller Elektro AG | 2026-0360 | first 0306 |
CHF 120.00 | Treuhand Egli AG | für A. Meier, Rg 2026-0301 | auto 0301 |
CHF 75.00 | ROCHAT ZOE | 210000000003139471430009017 | first 0303 | ref=210000000003139471430009017
CHF 775.25 | Graf B. | RNr 2026-0333 vom 01.10.2026, Kd 4422, Zahlbar 30 Tage | auto 0333 |
CHF 88.00 | Restaurant Central | Konsumation | first 0335 |
CHF 420.00 | Verein Hundefreunde Bern | Rechnung 2026-03 34 | auto 0334 |
CHF 580.00 | | 2026-0322ZUERCHER JUERG | auto 0322 |
CHF 145.00 | Bank Cler AG | Vergütung i.A. Aeschlimann E. Rg. 0348 | auto 0348 |
CHF 131.00 | Lukas Wisniewski | | first 0332 |
CHF 150.00 | Reto Bünzli | Mahnung 2026-0318 inkl. | auto 0318 |
CHF 1000.00 | Alpina Bikes AG | alles aufs Mal, Re 2026-0317 | auto 0317 |
CHF 210.00 | Schmid Petra | Danke | first 0337 |
CHF 65.00 | Coop Genossenschaft | Rückvergütung Pfand | none |
CHF 780.00 | Stadt Bern Sozialdienst | Kita Regenbogen 2026-0347 | auto 0347 |
`

export const switzerland: GoldenCompany = { name: 'Bern', prefix: '2026-', invoices, payers, lines }
