/**
 * owner: everything; staff: customers and their own work; accountant: read and export.
 * customer: the holder of a personal link, who sees only the own thread. system: Cloudburo itself (autopilot, jobs).
 */
export const memberRoles = ['owner', 'staff', 'accountant'] as const
export type MemberRole = (typeof memberRoles)[number]
export type Role = MemberRole | 'customer' | 'system'
