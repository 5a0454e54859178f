import type { Migration } from '../../../platform/database/migrate.ts'

export const companyMigration: Migration = {
  name: '0001-company',
  statements: [
    `create table companies (
      id text primary key,
      name text not null,
      country text not null,
      currency text not null,
      language text not null,
      zone text not null,
      legal_name text,
      street text,
      postal_code text,
      city text,
      email text,
      phone text,
      website text,
      tax_regime text not null,
      vat_number text,
      registration_number text,
      iban text,
      bank_name text,
      accent text not null,
      logo_file text,
      logo_type text,
      days_to_pay integer not null,
      is_tax_included integer not null,
      created_at text not null
    )`,
    `create table members (
      company_id text not null references companies (id),
      id text not null,
      user_id text not null,
      name text not null,
      email text not null,
      role text not null,
      joined_at text not null,
      left_at text,
      primary key (company_id, id)
    )`,
    `create unique index members_user on members (user_id, company_id)`,
    `create table invitations (
      company_id text not null references companies (id),
      id text not null,
      email text not null,
      role text not null,
      secret_hash text not null unique,
      invited_by text not null,
      expires_at text not null,
      accepted_at text,
      withdrawn_at text,
      primary key (company_id, id)
    )`,
    `create table api_tokens (
      company_id text not null references companies (id),
      id text not null,
      name text not null,
      role text not null,
      scopes text not null,
      secret_hash text not null unique,
      created_by text not null,
      created_at text not null,
      expires_at text,
      revoked_at text,
      primary key (company_id, id)
    )`,
    `create table member_capabilities (
      company_id text not null references companies (id),
      member_id text not null,
      service_id text not null,
      primary key (company_id, member_id, service_id),
      foreign key (company_id, member_id) references members (company_id, id)
    )`,
    `create table tax_rates (
      company_id text not null references companies (id),
      id text not null,
      category text not null,
      basis_points integer not null,
      valid_from text not null,
      valid_to text,
      primary key (company_id, id),
      unique (company_id, category, valid_from)
    )`,
    `create table number_series (
      company_id text not null references companies (id),
      kind text not null,
      format text not null,
      primary key (company_id, kind)
    )`,
    `create table number_counters (
      company_id text not null,
      kind text not null,
      year integer not null,
      next integer not null,
      primary key (company_id, kind, year),
      foreign key (company_id, kind) references number_series (company_id, kind)
    )`,
  ],
}
