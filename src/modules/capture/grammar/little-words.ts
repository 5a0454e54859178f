/** Words that carry no name and no meaning of their own in a jotted line. */
export const littleWords: ReadonlySet<string> = new Set([
  'a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'with', 'is', 'it', 'me', 'my', 'about', 're', 'per', 'off', 'up',
  'am', 'an', 'auf', 'bei', 'beim', 'bis', 'das', 'dem', 'den', 'der', 'des', 'die', 'ein', 'eine', 'einen', 'fur', 'im', 'in', 'ist', 'mit', 'und', 'um', 'vom', 'von', 'vor', 'zu', 'zum', 'zur', 'wegen', 'hat', 'uber',
  'a', 'au', 'aux', 'avec', 'chez', 'de', 'des', 'du', 'en', 'est', 'et', 'la', 'le', 'les', 'par', 'pour', 'sur', 'un', 'une', 'que',
  'al', 'alla', 'alle', 'che', 'con', 'da', 'dal', 'dalla', 'del', 'della', 'di', 'e', 'il', 'lo', 'gli', 'i', 'nel', 'nella', 'per', 'su', 'tra', 'fra', 'una', 'uno', 'si', 'no', 'non',
])

/** Words of a question about a customer: the look-up answers all of them. */
export const questionWords: ReadonlySet<string> = new Set([
  'who', 'what', 'when', 'where', 'how', 'much', 'many', 'does', 'owe', 'owes', 'next', 'open', 'balance', 'left', 'last', 'find', 'search', 'show', 'hours', 'lessons',
  'wer', 'was', 'wann', 'wie', 'viel', 'viele', 'offen', 'offene', 'guthaben', 'rest', 'nachste', 'letzte', 'suche', 'suchen', 'finde', 'zeige', 'schuldet', 'stand', 'noch',
  'qui', 'quoi', 'quand', 'combien', 'ouvert', 'solde', 'reste', 'prochain', 'prochaine', 'cherche', 'chercher', 'trouver', 'trouve', 'doit', 'montre',
  'chi', 'cosa', 'quando', 'quanto', 'quante', 'aperto', 'aperte', 'saldo', 'resta', 'prossimo', 'prossima', 'cerca', 'cercare', 'trova', 'deve', 'mostra',
])
