import type { Migration } from '../../../platform/database/migrate.ts'

/** What documents, payment codes, tax returns and books need to know of a company. */
export const companyMoneyMigration: Migration = {
  name: '0003-company-money',
  statements: [
    `alter table companies add column bic text`,
    `alter table companies add column qr_iban text`,
    `alter table companies add column creditor_identifier text`,
    `alter table companies add column tax_number text`,
    `alter table companies add column electronic_address_scheme text`,
    `alter table companies add column electronic_address_id text`,
    `alter table companies add column contact_person text`,
    `alter table companies add column tax_basis text not null default 'accrual'`,
    `alter table companies add column tax_method text not null default 'effective'`,
    `alter table companies add column flat_rates text not null default '[]'`,
    `alter table companies add column tax_period text not null default 'quarter'`,
    `alter table companies add column is_one_stop_shop integer not null default 0`,
    `alter table companies add column chart_of_accounts text not null default 'generic'`,
    `alter table companies add column look text not null default '{"layout":"clear","font":"sans","showsPaymentCode":true,"footer":null}'`,
    `update companies set chart_of_accounts = 'kmu' where country in ('CH', 'LI')`,
    `update companies set chart_of_accounts = 'skr03' where country = 'DE'`,
    `update companies set chart_of_accounts = 'pcg', tax_basis = 'cash' where country = 'FR'`,
  ],
}
