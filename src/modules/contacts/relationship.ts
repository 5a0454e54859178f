/**
 * What one contact is to another. Each kind is read from the one to the other ("Marie is a child of Paul") and has an
 * inverse; one of the two is stored, so that a relationship exists once.
 */
export const relationshipKinds = [
  'spouse_of',
  'sibling_of',
  'friend_of',
  'child_of',
  'parent_of',
  'employee_of',
  'employer_of',
  'member_of',
  'has_member',
  'owner_of',
  'owned_by',
  'pays_for',
  'paid_by',
  'referred_by',
  'referred',
] as const

export type RelationshipKind = (typeof relationshipKinds)[number]

const inverses: Readonly<Record<RelationshipKind, RelationshipKind>> = {
  spouse_of: 'spouse_of',
  sibling_of: 'sibling_of',
  friend_of: 'friend_of',
  child_of: 'parent_of',
  parent_of: 'child_of',
  employee_of: 'employer_of',
  employer_of: 'employee_of',
  member_of: 'has_member',
  has_member: 'member_of',
  owner_of: 'owned_by',
  owned_by: 'owner_of',
  pays_for: 'paid_by',
  paid_by: 'pays_for',
  referred_by: 'referred',
  referred: 'referred_by',
}

/** The same relationship told from the other side. */
export function inverseOf(kind: RelationshipKind): RelationshipKind {
  return inverses[kind]
}

const stored = new Set<RelationshipKind>([
  'spouse_of',
  'sibling_of',
  'friend_of',
  'child_of',
  'employee_of',
  'member_of',
  'owner_of',
  'pays_for',
  'referred_by',
])

export interface Relationship<Subject extends string = string> {
  readonly from: Subject
  readonly kind: RelationshipKind
  readonly to: Subject
}

/** The one form in which a relationship is stored: its kind's main direction, and the smaller id first where both sides are alike. */
export function canonical<Subject extends string>(relationship: Relationship<Subject>): Relationship<Subject> {
  const { from, kind, to } = relationship
  const isTurned = inverseOf(kind) === kind ? from > to : !stored.has(kind)
  return isTurned ? { from: to, kind: inverseOf(kind), to: from } : relationship
}
