import type { TextsLike } from '../../../kernel/text.ts'
import type { en } from './en.ts'

export const de: TextsLike<typeof en> = {
  'problem.title': 'Das hat nicht geklappt',
  'failure.unnamed': 'Das hat nicht geklappt ({code}). Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
  'failure.unexpected':
    'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert, Ihre Eingaben bleiben erhalten. Bitte versuchen Sie es noch einmal.',
  'failure.input_invalid':
    'Einige Felder brauchen noch einen Blick. Es wurde nichts geändert, Ihre Eingaben bleiben erhalten.',
  'failure.not_found': 'Das gibt es hier nicht oder nicht mehr. Gehen Sie zurück und wählen Sie neu.',
  'failure.forbidden': 'Ihre Rolle erlaubt das nicht. Fragen Sie eine Inhaberin oder einen Inhaber der Firma.',
  'failure.not_signed_in': 'Bitte melden Sie sich an; Ihre Eingaben bleiben erhalten.',
  'failure.token_invalid':
    'Dieses Token ist unbekannt, widerrufen oder abgelaufen. Erstellen Sie unter Firma ein neues.',
  'failure.company_missing': 'Geben Sie an, welche Firma: mit dem Header cloudburo-company.',
  'failure.operation_unknown': 'Diese Operation gibt es nicht. Die Liste steht unter /api/docs.',
  'failure.cross_site_refused':
    'Diese Anfrage kam von einer anderen Seite und wurde abgelehnt. Es wurde nichts geändert.',
  'failure.body_too_large': 'Das ist zu gross: höchstens 32 MB haben Platz. Es wurde nichts geändert.',
  'failure.too_many_requests': 'Zu viele Anfragen in einer Minute. Warten Sie einen Moment.',
  'failure.json_malformed': 'Die Anfrage ist kein gültiges JSON.',
  'failure.idempotency_key_reused':
    'Dieser Idempotenz-Schlüssel wurde schon für eine andere Anfrage benutzt. Senden Sie einen neuen.',
  'failure.idempotency_key_malformed': 'Ein Idempotenz-Schlüssel hat 8 bis 128 sichtbare Zeichen.',
  'failure.too_late_to_undo': 'Es ist schon ausgeführt und lässt sich hier nicht mehr rückgängig machen.',
  'failure.field_missing': 'Bitte ausfüllen.',
  'failure.field_malformed': 'Das sieht nicht richtig aus.',
  'failure.field_unknown': 'Dieses Feld gibt es nicht.',
  'failure.value_too_large': 'Das ist zu viel.',
  'failure.value_too_small': 'Das ist zu wenig.',
  'failure.text_missing': 'Bitte etwas schreiben.',
  'failure.text_too_long': 'Dieser Text ist zu lang.',
  'failure.email_malformed': 'Das ist keine E-Mail-Adresse.',
  'failure.amount_malformed': 'Schreiben Sie einen Betrag wie 120 oder 120.50.',
  'failure.quantity_malformed': 'Schreiben Sie eine Zahl wie 2 oder 1.5.',
  'failure.percent_malformed': 'Schreiben Sie einen Prozentsatz wie 8.1.',
  'failure.day_malformed': 'Schreiben Sie ein Datum wie 24.11.2026.',
  'failure.instant_malformed': 'Schreiben Sie Datum und Uhrzeit.',
  'failure.id_malformed': 'Das ist keine Kennung.',
  'failure.currency_unknown': 'Schreiben Sie eine Währung wie CHF oder EUR.',
  'failure.zone_unknown': 'Diese Zeitzone ist unbekannt.',
  'failure.country_unknown': 'Dieses Land ist unbekannt.',
  'failure.colour_malformed': 'Schreiben Sie eine Farbe wie #1f5f8b.',
  'failure.scope_unknown': 'Benutzen Sie read, write oder den Namen eines Moduls.',
  'failure.series_format_malformed': 'Benutzen Sie {year} oder {yy} und {number} oder {number:0000}.',
  'failure.series_already_used': 'Die Nummern dieses Jahres gehen mit {next} weiter; ein Sprung liesse eine Lücke.',
  'failure.tax_rate_not_later': 'Es gibt schon einen Satz ab {validFrom}; der neue muss später beginnen.',
  'failure.logo_not_an_image': 'Das ist kein PNG- oder JPEG-Bild mit höchstens 6000 Pixeln Seitenlänge.',
  'failure.file_too_large': 'Diese Datei ist zu gross.',
  'failure.last_owner': 'Eine Firma braucht eine Inhaberin oder einen Inhaber. Bestimmen Sie zuerst jemand anderen.',
  'failure.invitation_over':
    'Diese Einladung wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.',
}
