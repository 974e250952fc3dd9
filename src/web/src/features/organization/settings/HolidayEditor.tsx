import { ActionIcon, Alert, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { useChoices } from '../../../components/useChoices';
import { usePhone } from '../../../components/usePhone';
import { useUnsaved } from '../../../components/useUnsaved';
import { formatDay } from '../../../format/dates';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { useLanguage } from '../../../i18n/useLanguage';
import styles from './Holidays.module.css';
import { HolidaysQuery, nextDay, SetHolidays, type HolidayDay } from './settings';

interface HolidayEditorProps {
  thisYear: number;
  readOnly: boolean;
}

/** A year's days off and worked weekend days. */
export function HolidayEditor({ thisYear, readOnly }: HolidayEditorProps) {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const year = yearOf(params, thisYear);
  const goTo = (other: number) => choose({ year: other === thisYear ? null : String(other) });
  return (
    <Section
      title={t('settings.holidays')}
      actions={
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" aria-label={t('settings.previousYear')} disabled={year <= firstYear} onClick={() => goTo(year - 1)}>
            ‹
          </ActionIcon>
          <Text className="number" fw={600} px={6} role="status">
            {year}
          </Text>
          <ActionIcon variant="default" aria-label={t('settings.nextYear')} disabled={year >= lastYear} onClick={() => goTo(year + 1)}>
            ›
          </ActionIcon>
        </Group>
      }
    >
      <Text size="xs" c="dimmed" px="md" pt="sm">
        {t('settings.holidaysHint')}
      </Text>
      <Year key={year} year={year} isYear={(other) => yearOf(other, thisYear) === year} readOnly={readOnly} />
    </Section>
  );
}

const firstYear = 1;
const lastYear = 9999;

function yearOf(params: URLSearchParams, thisYear: number): number {
  const year = Number(params.get('year') ?? thisYear);
  return Number.isInteger(year) && year >= firstYear && year <= lastYear ? year : thisYear;
}

interface YearProps {
  year: number;
  /** Whether an address shows this year. */
  isYear: (params: URLSearchParams) => boolean;
  readOnly: boolean;
}

function Year(props: YearProps) {
  const [{ data, error }, read] = useQuery({ query: HolidaysQuery, variables: { year: props.year }, requestPolicy: 'cache-and-network' });
  const reload = () => read({ requestPolicy: 'network-only' });
  const days = data?.organization.holidays;
  if (!days) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />;
  return <YearForm {...props} days={days} onDone={reload} />;
}

interface YearFormProps extends YearProps {
  days: readonly HolidayDay[];
  onDone: () => void;
}

function YearForm({ year, isYear, days, readOnly, onDone }: YearFormProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const form = useForm<{ holidays: readonly HolidayDay[] }>({ holidays: days });
  const [read, setRead] = useState(days);
  // What was read anew does not take the place of what is being typed.
  if (read !== days) {
    setRead(days);
    if (!form.isDirty) form.reset({ holidays: days });
  }
  const save = useFormCommand(SetHolidays, form);
  useUnsaved(form.isDirty, { isKept: (to, from) => to.pathname === from.pathname && isYear(new URLSearchParams(to.search)) });
  const { holidays } = form.values;
  const change = (at: number, changes: Partial<HolidayDay>) => form.set('holidays', holidays.map((day, i) => (i === at ? { ...day, ...changes } : day)));
  const remove = (at: number) => form.set('holidays', holidays.filter((_, i) => i !== at));
  const fieldsOf = (day: HolidayDay, at: number): DayFieldProps => ({ day, readOnly, onChange: (changes) => change(at, changes) });

  async function submit() {
    if (!(await save.submit({ year, holidays: holidays.map(({ date, working, name }) => ({ date, working, name })) }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
  }

  const problems = [form.field('holidays').error, ...form.general].filter((message) => message !== undefined);
  return (
    <>
      {holidays.length === 0 && <EmptyState icon="calendar" title={t('settings.noDays')} />}
      {holidays.length > 0 && (
        <DayLanguage>
          {phone ? (
            <ul className={styles.days} aria-label={t('settings.holidays')}>
              {holidays.map((day, i) => (
                // A day has no identity but its place in the list while it is edited.
                <li key={i} className={styles.day}>
                  <DateField {...fieldsOf(day, i)} year={year} row={i + 1} />
                  <KindField {...fieldsOf(day, i)} />
                  {!readOnly && <RemoveButton day={day} onRemove={() => remove(i)} />}
                  <div className={styles.name}>
                    <NameField {...fieldsOf(day, i)} />
                  </div>
                </li>
              ))}
            </ul>
          ) : (
            <Table verticalSpacing={3} aria-label={t('settings.holidays')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={150}>{t('settings.date')}</Table.Th>
                  <Table.Th w={130}>{t('settings.kind')}</Table.Th>
                  <Table.Th>{t('settings.dayName')}</Table.Th>
                  {!readOnly && (
                    <Table.Th w={44}>
                      <span className="visually-hidden">{t('common.actions')}</span>
                    </Table.Th>
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {holidays.map((day, i) => (
                  <Table.Tr key={i}>
                    <Table.Td className="number">
                      <DateField {...fieldsOf(day, i)} year={year} row={i + 1} />
                    </Table.Td>
                    <Table.Td>
                      <KindField {...fieldsOf(day, i)} />
                    </Table.Td>
                    <Table.Td>
                      <NameField {...fieldsOf(day, i)} />
                    </Table.Td>
                    {!readOnly && (
                      <Table.Td>
                        <RemoveButton day={day} onRemove={() => remove(i)} />
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </DayLanguage>
      )}
      {problems.length > 0 && (
        <Alert color="red" variant="outline" m="md" icon={<Icon name="warning" />} role="alert">
          {problems.map((message) => (
            <Text size="sm" key={message}>
              {message}
            </Text>
          ))}
        </Alert>
      )}
      {!readOnly && (
        <Group p="md" gap="sm">
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => form.set('holidays', [...holidays, { date: nextDay(holidays, year), working: false, name: holidays.at(-1)?.name ?? '' }])}>
            {t('settings.add')}
          </Button>
          <Button loading={save.busy} disabled={!form.isDirty} onClick={() => void submit()}>
            {t('settings.saveYear', { year })}
          </Button>
        </Group>
      )}
    </>
  );
}

interface DayFieldProps {
  day: HolidayDay;
  readOnly: boolean;
  onChange: (changes: Partial<HolidayDay>) => void;
}

function DateField({ day, readOnly, onChange, year, row }: DayFieldProps & { year: number; row: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dayProps = useDayProps();
  if (readOnly) return <span>{formatDay(day.date, language)}</span>;
  return (
    <DateInput
      {...dayProps}
      size="xs"
      aria-label={t('settings.dateOf', { row })}
      valueFormat="YYYY-MM-DD"
      minDate={`${year}-01-01`}
      maxDate={`${year}-12-31`}
      value={day.date}
      onChange={(date) => date && onChange({ date })}
    />
  );
}

function KindField({ day, readOnly, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  if (readOnly) return <span>{t(day.working ? 'settings.working' : 'settings.off')}</span>;
  return (
    <Select
      size="xs"
      aria-label={t('settings.kindOf', { date: day.date })}
      allowDeselect={false}
      data={[
        { value: 'off', label: t('settings.off') },
        { value: 'working', label: t('settings.working') },
      ]}
      value={day.working ? 'working' : 'off'}
      onChange={(value) => onChange({ working: value === 'working' })}
    />
  );
}

function NameField({ day, readOnly, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  if (readOnly) return day.name;
  return <TextInput size="xs" aria-label={t('settings.nameOf', { date: day.date })} maxLength={100} value={day.name} onChange={(e) => onChange({ name: e.currentTarget.value })} />;
}

function RemoveButton({ day, onRemove }: { day: HolidayDay; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="subtle" color="gray.7" aria-label={t('settings.remove', { date: day.date })} onClick={onRemove}>
      <Icon name="close" />
    </ActionIcon>
  );
}
