import type { GoldenCompany } from './golden.ts'

/** A studio in Berlin; its numbers are "RE-2026-1042", its references ISO 11649 (`rf`). */
const invoices = `
RE-2026-1001 | Nordlicht Medien GmbH | EUR 2380.00 | 2026-10-15 | rf
RE-2026-1002 | Nordlicht Medien GmbH | EUR 1190.00 | 2026-11-15 | rf
RE-2026-1003 | Bundesanstalt für Geowissenschaften | EUR 8925.00 | 2026-11-20 | rf
RE-2026-1004 | Stadtwerke Kleinstadt GmbH & Co. KG | EUR 4165.00 | 2026-11-20 | rf
RE-2026-1005 | Schröder & Söhne OHG | EUR 595.00 | 2026-11-25 | rf
RE-2026-1006 | Jürgen Schröder | EUR 595.00 | 2026-11-25 | rf
RE-2026-1007 | Café Größenwahn | EUR 238.00 | 2026-11-25 | rf
RE-2026-1008 | Weiß Immobilien UG (haftungsbeschränkt) | EUR 1428.00 | 2026-11-30 | rf
RE-2026-1009 | Dr. Sabine Leutheusser-Kühn | EUR 357.00 | 2026-11-30 | rf
RE-2026-1010 | Kaufhaus Becker KG | EUR 3570.00 | 2026-11-10 | rf plan 1190.00 1190.00 1190.00
RE-2026-1011 | Agentur Lautstark | EUR 714.00 | 2026-11-30 | rf
RE-2026-1012 | Agentur Lautstark | EUR 714.00 | 2026-12-15 | rf
RE-2026-1013 | Yogastudio Sonne, Inh. Miriam Vogel | EUR 297.50 | 2026-11-30 | rf
RE-2026-1014 | Tim Becker | EUR 119.00 | 2026-11-30 | rf
RE-2026-1015 | Tom Becker | EUR 119.00 | 2026-11-30 | rf
RE-2026-1016 | Heinz-Peter von der Heide | EUR 476.00 | 2026-11-30 | rf
RE-2026-1017 | Hausverwaltung Krause | EUR 892.50 | 2026-11-30 | rf
RE-2026-1018 | Hausverwaltung Krause | EUR 446.25 | 2026-11-30 | rf
RE-2026-1019 | Hausverwaltung Krause | EUR 223.13 | 2026-12-10 | rf
RE-2026-1020 | Fahrschule Özdemir | EUR 654.50 | 2026-11-30 | rf
RE-2026-1021 | Kanzlei Brandt Partner mbB | EUR 2975.00 | 2026-11-30 | rf
RE-2026-1022 | Evangelische Kirchengemeinde St. Marien | EUR 535.50 | 2026-11-30 | rf
RE-2026-1023 | Zahnarztpraxis Dr. Lindqvist | EUR 833.00 | 2026-11-30 | rf
RE-2026-1024 | Atelier Lumière SAS | EUR 1600.00 | 2026-11-30 | rf
RE-2026-1025 | London Calling Ltd | GBP 900.00 | 2026-11-30 | rf
RE-2026-1026 | Förderverein Grundschule am Park e.V. | EUR 178.50 | 2026-11-30 | rf
RE-2026-1027 | Katharina Blum | EUR 59.50 | 2026-11-01 | rf
RE-2026-1028 | Katharina Blum | EUR 59.50 | 2026-12-01 | rf
RE-2026-1029 | Markus Winkelmann | EUR 1071.00 | 2026-11-30 | rf settled
RE-2026-1030 | Elena Petrova | EUR 83.30 | 2026-11-30 | rf
RE-2026-1031 | Schreibwaren Voß | EUR 41.65 | 2026-11-30 | rf
RE-2026-1032 | Gasthof Zum Löwen | EUR 999.60 | 2026-11-30 | rf
RE-2026-1033 | Nele Petersen | EUR 130.90 | 2026-11-30 | rf settled
RE-2026-1034 | IT-Systemhaus Rhein-Main AG | EUR 6188.00 | 2026-11-30 | rf
`

const payers = `
Katharina Blum | Katharina Blum | DE02120300000000202051 | EUR 59.50
Elena Petrova | Dimitri Petrov | DE02500105170137075030
Bundesanstalt für Geowissenschaften | Bundeskasse Weiden |
`

const lines = `
EUR 2380.00 | Nordlicht Medien GmbH | RE-2026-1001 | auto 1001 |
EUR 1190.00 | NORDLICHT MEDIEN GMBH | Rechnung RE20261002 v. 15.10. | auto 1002 |
EUR 3570.00 | Nordlicht Medien | RE-2026-1001 RE-2026-1002 | auto 1001+1002 |
EUR 8925.00 | Bundeskasse Weiden | KASSENZEICHEN 1180.2233.4455 RE-2026-1003 KAP 0910 | auto 1003 |
EUR 8925.00 | Bundeskasse Weiden | KASSENZEICHEN 1180.2233.4455 | first 1003 |
EUR 4165.00 | Stadtwerke Kleinstadt GmbH + Co. KG | BELEG 1900012345 RE 2026 1004 | auto 1004 |
EUR 4081.70 | Stadtwerke Kleinstadt | RE-2026-1004 abzgl. 2% Skonto | first 1004 |
EUR 595.00 | Schroeder und Soehne OHG | re-2026-1005 | auto 1005 |
EUR 595.00 | Juergen Schroeder | Rechnung | first 1006 |
EUR 595.00 | Schröder | RE 1006 | first 1006 |
EUR 238.00 | Cafe Groessenwahn Inh. P. Hoff | RE-2026-1OO7 | auto 1007 |
EUR 238.00 | Café Größenwahn | | first 1007 |
EUR 1428.00 | Weiss Immobilien UG haftungsbeschr. | SVWZ RE-2026-1008 | auto 1008 |
EUR 1428.00 | WEISS IMMOBILIEN | Ihr Angebot | first 1008 |
EUR 357.00 | Sabine Kühn | Honorar RE-2026-1009 | auto 1009 |
EUR 357.00 | Leutheusser-Kuehn, Sabine Dr. | danke | first 1009 |
EUR 1190.00 | Kaufhaus Becker KG | 1. Rate RE-2026-1010 | auto 1010 |
EUR 2380.00 | Kaufhaus Becker KG | Rate 1+2 zu RE-2026-1010 | auto 1010 |
EUR 500.00 | Kaufhaus Becker KG | Teilzahlung RE-2026-1010 | first 1010 |
EUR 714.00 | Agentur Lautstark | November | first 1011 |
EUR 714.00 | Agentur Lautstark GmbH | RE-2026-1012 | auto 1012 |
EUR 1428.00 | Agentur Lautstark | Okt + Nov | first 1011+1012 |
EUR 297.50 | Miriam Vogel | Yoga Webseite | first 1013 |
EUR 297.50 | M. Vogel Yogastudio | RE-2026-l013 | auto 1013 |
EUR 119.00 | Tim Becker | Coaching | first 1014 |
EUR 119.00 | T. Becker | Coaching | ambiguous 1014 1015 |
EUR 119.00 | Becker, Tom | RE-2026-1015 | auto 1015 |
EUR 476.00 | v.d. Heide Heinz-Peter | Rechn. RE-2026-1016 | auto 1016 |
EUR 476.00 | Heinz Peter von der Heide | Rechnung | first 1016 |
EUR 1338.75 | Hausverwaltung Krause | RE-2026-1017, 1018 | auto 1017+1018 |
EUR 1561.88 | HV Krause Treuhandkonto | Sammelzahlung Objekt 12 | first 1017+1018+1019 |
EUR 669.38 | Hausverwaltung Krause | RE-2026-1018 u. RE-2026-1019 | auto 1018+1019 |
EUR 654.50 | FAHRSCHULE OEZDEMIR | RE 2026-1020 | auto 1020 |
EUR 654.50 | Mehmet Özdemir | Fahrschule Homepage | first 1020 |
EUR 2975.00 | Brandt Rechtsanwälte Partner mbB | Az. 1021/26 RE-2026-1021 | auto 1021 |
EUR 2975.00 | Kanzlei Brandt | RG-Nr. 20261021 | auto 1021 |
EUR 535.50 | Kirchenkreisamt Nord | St. Marien, Buchungsnr. 77881 RE-2026-1022 | auto 1022 |
EUR 535.50 | Ev. Kirchengemeinde St. Marien | Gemeindebrief | first 1022 |
EUR 833.00 | Dr. Lindqvist | RE-2026-1032 | first 1023 |
EUR 833.00 | APO-BANK LINDQVIST ZAHNARZT | RE-2026-1023 | auto 1023 |
EUR 1600.00 | ATELIER LUMIERE | FACTURE RE 2026 1024 AUTOLIQUIDATION | auto 1024 |
EUR 1585.00 | ATELIER LUMIERE SAS | RE-2026-1024 FRAIS PARTAGES | first 1024 |
EUR 1036.80 | LONDON CALLING LIMITED | INV RE-2026-1025 | auto 1025 | inst=GBP900.00
EUR 1036.80 | London Calling Ltd | | first 1025 | inst=GBP900.00
EUR 178.50 | Foerderverein Grundschule | Plakate Schulfest | first 1026 |
EUR 178.50 | Grundschule am Park | RE-2026-1026 | auto 1026 |
EUR 59.50 | Katharina Blum | Hosting monatlich | first 1027 | iban=DE02120300000000202051
EUR 59.50 | Katharina Blum | RE-2026-1028 | auto 1028 | iban=DE02120300000000202051
EUR 119.00 | Katharina Blum | Hosting 11 und 12 | first 1027+1028 | iban=DE02120300000000202051
EUR 1071.00 | Markus Winkelmann | RE-2026-1029 | first credit 1029 |
EUR 83.30 | Dimitri Petrov | für Elena | first 1030 | iban=DE02500105170137075030
EUR 83.30 | Petrova Elena | RF | auto 1030 | ref=rf1030
EUR 41.65 | Voss Schreibwaren | RE-2026-1031 | auto 1031 |
EUR 41.65 | Schreibwaren Voss | Kassenrolle | first 1031 |
EUR 999.60 | Gasthof zum Loewen | RE-2026-1032 Speisekarten | auto 1032 |
EUR 999.60 | Loewenwirt GmbH | Speisekarten | first 1032 |
EUR -130.90 | Nele Petersen | RUECKLASTSCHRIFT RE-2026-1033 AC04 | first return 1033 | return
EUR -1071.00 | Markus Winkelmann | Erstattung Doppelzahlung | first refund Markus Winkelmann |
EUR 6188.00 | IT-SYSTEMHAUS RHEIN-MAIN AG | /INV/RE-2026-1034 16.11.2026 | auto 1034 |
EUR 6188.00 | IT Systemhaus Rhein Main | EREF 4500099812 | first 1034 |
EUR 6170.00 | IT-Systemhaus Rhein-Main AG | RE-2026-1034 | first 1034 |
EUR 119.00 | Finanzamt Körperschaften | USt-Erstattung 10/2026 StNr 27/123/45678 | none |
EUR 595.00 | Deutsche Telekom AG | Gutschrift Kundenkonto 2026100506 | none |
EUR 1190.00 | Miriam Vogel Privat | Darlehen | none |
EUR 238.00 | PayPal Europe | PP.1004.PP ABBUCHUNG VOM PAYPAL-KONTO | none |
EUR 10000.00 | Studio Nord GmbH | Umbuchung Tagesgeld | none |
EUR -89.00 | Adobe Systems | Abo | none |
EUR 714.00 | Lautstark GbR | Rechnungen RE-2026-1011 / RE-2026-1012 je zur Hälfte | first 1011+1012 |
EUR 2380.00 | Nordlicht Medien GmbH | RE-2025-1001 | first 1001 |
EUR 130.90 | Nele Petersen | RE-2026-1033 | first credit 1033 |
EUR 297.50 | Yogastudio Mond | RE-2026-1013 | auto 1013 |
`

export const germany: GoldenCompany = { name: 'Berlin', prefix: 'RE-2026-', invoices, payers, lines }
