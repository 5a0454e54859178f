import { useState } from 'react'
import { BarChart, Sparkline } from './chart.tsx'
import { Button, IconButton } from './button.tsx'
import { Checkbox, Segmented, Switch } from './choice.tsx'
import { Chip, Chips } from './chip.tsx'
import { Combobox, type Option } from './combobox.tsx'
import { DayField } from './day-field.tsx'
import { DayText, Hours, Money, RelativeDay } from './figures.tsx'
import { FileDrop } from './file-drop.tsx'
import { FieldRow, Form, FormError, useForm } from './form.tsx'
import { Icon, type IconName } from './icon.tsx'
import { EmptyState, Facts, Page, Progress, Section, State } from './layout.tsx'
import { List } from './list.tsx'
import { Menu } from './menu.tsx'
import { HoursField, MoneyField, PercentField, QuantityField } from './number-field.tsx'
import { Problem } from './problem.ts'
import { Select } from './select.tsx'
import { Sheet } from './sheet.tsx'
import { Table } from './table.tsx'
import { TextArea, TextField } from './text-field.tsx'
import { showToast } from './toast.tsx'

const people: readonly Option[] = [
  { id: '1', label: 'Marie Keller', detail: 'Bebbo · 2 lessons left' },
  { id: '2', label: 'Acme Studio GmbH', detail: 'owes CHF 1’240.00' },
  { id: '3', label: 'Claire Dubois', detail: 'Lyon' },
  { id: '4', label: 'Jonas Graf' },
]
const francs = (amount: string) => ({ amount, currency: 'CHF' })
const icons: readonly IconName[] = [
  'today',
  'customers',
  'calendar',
  'money',
  'offer',
  'company',
  'capture',
  'search',
  'plus',
  'close',
  'check',
  'more',
  'clock',
  'play',
  'stop',
  'mail',
  'phone',
  'file',
  'upload',
  'download',
  'warning',
  'edit',
  'trash',
  'link',
  'keyboard',
  'sun',
]

/** Everything the kit has, on one page; only in development. Texts here are examples, not the product's. */
export function Gallery() {
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  return (
    <main>
      <Page
        title="Marie Keller"
        titleBefore="Customers"
        lead="Puppy group with Bebbo since March. She pays by invoice, thirty days."
        actions={
          <>
            <Button look="primary" shortcut="n">
              New lesson
            </Button>
            <Button onClick={() => setIsSheetOpen(true)}>Sheet</Button>
            <Menu
              label="More"
              entries={[
                { label: 'Copy', act: () => undefined },
                { label: 'Archive', act: () => undefined, isDanger: true },
              ]}
            />
          </>
        }
        aside={<GalleryFacts />}
      >
        <GalleryLists />
        <GalleryForm />
        <GalleryRest />
      </Page>
      {isSheetOpen ? (
        <Sheet title="New note" onClose={() => setIsSheetOpen(false)}>
          <GalleryForm />
        </Sheet>
      ) : null}
    </main>
  )
}

function GalleryFacts() {
  return (
    <Facts
      title="At a glance"
      facts={[
        ['Pass of 10', '2 lessons left'],
        ['Open', <Money key="m" value={francs('240.00')} />],
        ['Next lesson', <RelativeDay key="d" value="2026-11-25" />],
        ['Last contact', <DayText key="l" value="2026-11-12" />],
        ['Worked', <Hours key="h" minutes={150} />],
        ['Trend', <Sparkline key="s" values={[3, 4, 2, 6, 5, 8]} text="Rising since June" />],
      ]}
    />
  )
}

function GalleryLists() {
  const undo = () => showToast({ text: 'Reminder undone.' })
  const send = {
    key: 'r',
    label: 'Remind',
    act: () => showToast({ text: 'A reminder goes to Acme.', undo, until: new Date(Date.now() + 10_000).toISOString() }),
  }
  return (
    <>
      <Section title="Today" lead="Worst first.">
        <List
          label="Today"
          actionsShown="always"
          rows={[
            {
              id: 'a',
              title: 'Acme Studio has not paid invoice 2026-031',
              detail: 'Due 12 days ago, no reminder yet',
              figure: <Money value={francs('1240.00')} />,
              to: '/kit',
              actions: [send, { key: 's', label: 'Snooze', act: () => undefined }],
            },
            {
              id: 'b',
              title: 'Marie has 2 lessons left',
              detail: 'Her pass of 10 ends on 31 December',
              figure: <State tone="warn">Nearly used up</State>,
              to: '/kit',
              actions: [{ key: 'o', label: 'Offer a new pass', act: () => undefined }],
            },
            {
              id: 'c',
              title: '6:30 h for Claire Dubois are not invoiced',
              detail: 'Logo redesign, since 3 November',
              figure: <Money value={francs('1040.00')} />,
              actions: [{ key: 'i', label: 'Invoice', act: () => undefined, isMain: true }],
            },
          ]}
        />
      </Section>
      <Section title="Invoices">
        <Table
          label="Invoices"
          keyOf={(line) => line.number}
          to={() => '/kit'}
          lines={[
            { number: '2026-031', customer: 'Acme Studio GmbH', due: '2026-11-12', state: <State tone="bad">Overdue</State>, open: '1240.00' },
            { number: '2026-032', customer: 'Marie Keller', due: '2026-12-04', state: <State>Sent</State>, open: '240.00' },
            { number: '2026-033', customer: 'Jonas Graf', due: '2026-12-18', state: <State tone="good">Paid</State>, open: '0.00' },
          ]}
          columns={[
            { label: 'Number', cell: (line) => line.number },
            { label: 'Customer', cell: (line) => line.customer },
            { label: 'Due', cell: (line) => <DayText value={line.due} />, isMinor: true },
            { label: 'State', cell: (line) => line.state },
            { label: 'Open, CHF', cell: (line) => <Money value={francs(line.open)} isBare />, kind: 'figure' },
          ]}
          foot={['', '', '', '', <Money key="f" value={francs('1480.00')} isBare />]}
        />
      </Section>
    </>
  )
}

function GalleryForm() {
  const form = useForm({
    name: 'gallery',
    initial: {
      name: '',
      email: 'marie@',
      note: '',
      price: '1200.5',
      minutes: '90',
      on: '2026-11-24',
      quantity: '1.5',
      rate: '8.1',
      kind: 'pass',
      contact: null as Option | null,
      isBillable: true,
      isReminded: true,
      way: 'fixed',
    },
    isKept: false,
    send: () => Promise.reject(new Problem({ code: 'input_invalid', status: 422, fields: { email: 'email_malformed' } })),
  })
  const find = (typed: string) => people.filter((person) => person.label.toLowerCase().includes(typed.toLowerCase()))
  return (
    <Section title="Form">
      <Form form={form} submitLabel="Save" onCancel={() => undefined}>
        <Combobox label="Customer" load={find} onCreate={() => undefined} createLabel={(typed) => `New customer “${typed}”`} {...form.field('contact')} />
        <FieldRow>
          <TextField label="Name" isRequired {...form.field('name')} />
          <TextField label="E-mail" type="email" {...form.field('email')} />
        </FieldRow>
        <FieldRow>
          <MoneyField label="Price" currency="CHF" {...form.field('price')} />
          <HoursField label="Hours" {...form.field('minutes')} />
          <QuantityField label="Lessons" {...form.field('quantity')} />
          <PercentField label="Tax" {...form.field('rate')} />
        </FieldRow>
        <FieldRow>
          <DayField label="On" {...form.field('on')} />
          <Select
            label="Kind"
            choices={[
              { value: 'pass', label: 'Pass' },
              { value: 'course', label: 'Course' },
            ]}
            {...form.field('kind')}
          />
        </FieldRow>
        <Segmented
          label="Price is"
          choices={[
            { value: 'fixed', label: 'Fixed' },
            { value: 'rate', label: 'By the hour' },
            { value: 'period', label: 'Per month' },
          ]}
          {...form.field('way')}
        />
        <TextArea label="Note" isRequired={false} hint="Only you see this." {...form.field('note')} />
        <Checkbox label="Billable" {...form.field('isBillable')} />
        <Switch label="Remind automatically" hint="Seven days after the due day." {...form.field('isReminded')} />
        <FileDrop label="Receipt" bytesMax={5_000_000} onFile={() => undefined} />
      </Form>
    </Section>
  )
}

function GalleryRest() {
  return (
    <>
      <Section title="Quick capture">
        <Chips label="Understood">
          <Chip label="Work" tone="accent">
            2:00 h
          </Chip>
          <Chip label="Customer" onPress={() => undefined}>
            Acme Studio GmbH
          </Chip>
          <Chip label="Day" onPress={() => undefined}>
            Yesterday
          </Chip>
          <Chip label="Rate" tone="bad" onPress={() => undefined}>
            missing
          </Chip>
        </Chips>
      </Section>
      <Section title="This year">
        <BarChart
          label="Invoiced per month"
          bars={['J', 'F', 'M', 'A', 'M ', 'J ', 'J  ', 'A ', 'S', 'O', 'N', 'D'].map((label, index) => ({
            label,
            value: [3, 5, 4, 7, 6, 8, 2, 3, 7, 9, 6, 0][index]! * 1000,
            compared: 4000,
            text: `CHF ${index}’000`,
            isCurrent: index === 10,
          }))}
        />
      </Section>
      <Section title="Rest">
        <EmptyState
          text="You have no customers yet."
          hint="Write a name in the field on top, or bring your list from a file."
          action={
            <>
              <Button look="primary">New customer</Button>
              <Button>Import a file</Button>
            </>
          }
        />
        <FormError problem={new Problem({ code: 'network_lost', status: 0 })} />
        <Progress label="Reading 412 of 1,000 lines" value={0.41} />
        <p>
          {icons.map((icon) => (
            <Icon key={icon} name={icon} />
          ))}
        </p>
        <Button look="danger">Remove</Button> <Button look="quiet">Cancel</Button>{' '}
        <Button isBusy look="primary">
          Saving
        </Button>{' '}
        <IconButton icon="close" label="Close" /> <Button onClick={() => showToast({ text: 'The server cannot be reached.', tone: 'bad' })}>Toast</Button>
      </Section>
    </>
  )
}
