import { Button, Grid } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/Icon';
import { openRows } from '../../../components/openRows';
import { PageFrame } from '../../../components/PageFrame';
import { TreeList } from '../../../components/TreeList';
import { usePhone } from '../../../components/usePhone';
import { useWorkspace } from '../workspace/workspace';
import { UnitDrawer } from './UnitDrawer';
import { UnitPanel } from './UnitPanel';
import { inTreeOrder } from './unitTree';

/** The units as a tree, and the one that is chosen. */
export function UnitsPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const navigate = useNavigate();
  const phone = usePhone();
  const { organization, may } = useWorkspace();
  const [adding, setAdding] = useState(false);
  const placed = useMemo(() => inTreeOrder(organization.units), [organization.units]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(placed.filter((p) => p.level > 2).map((p) => p.unit.id)));

  const items = useMemo(
    () =>
      openRows(placed, ({ unit }) => closed.has(unit.id)).map(({ unit, level, position, siblings, children, isExpanded }) => ({
        id: unit.id,
        level,
        position,
        siblings,
        isExpandable: children > 0,
        isExpanded,
        label: (
          <span className="truncate" style={unit.active ? undefined : { color: 'var(--quiet)', textDecoration: 'line-through' }}>
            {unit.name} <span style={{ color: 'var(--quiet)', fontWeight: 400, fontSize: 12 }}>{unit.leader?.name}</span>
          </span>
        ),
      })),
    [placed, closed],
  );

  const tree = (
    <nav className="surface" aria-label={t('units.title')}>
      <TreeList
        label={t('units.title')}
        items={items}
        selectedId={id ?? null}
        onOpen={(unitId) => void navigate(`/units/${unitId}`)}
        onExpand={(ids) => setClosed((before) => new Set([...before].filter((one) => !ids.includes(one))))}
        onCollapse={(unitId) => setClosed((before) => new Set(before).add(unitId))}
      />
    </nav>
  );

  return (
    <PageFrame
      title={t('units.title')}
      windowTitle={organization.units.find((unit) => unit.id === id)?.name}
      above={
        phone &&
        id && (
          <Link className="plain-link" to="/units" style={{ fontSize: 13 }}>
            ‹ {t('units.all')}
          </Link>
        )
      }
      actions={
        may('manageOrganization') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('units.add')}
          </Button>
        )
      }
    >
      {organization.units.length === 0 ? (
        <EmptyState icon="building" title={t('units.none')} hint={may('manageOrganization') ? t('units.noneHint') : undefined} />
      ) : (
        <Grid gap="md">
          {(!phone || !id) && <Grid.Col span={{ base: 12, sm: 5, lg: 4 }}>{tree}</Grid.Col>}
          {(!phone || id) && (
            <Grid.Col span={{ base: 12, sm: 7, lg: 8 }}>{id ? <UnitPanel key={id} id={id} /> : <EmptyState icon="building" title={t('units.choose')} />}</Grid.Col>
          )}
        </Grid>
      )}
      {adding && <UnitDrawer unit={null} parentId={id ?? organization.root?.id ?? null} onDone={(unitId) => void navigate(`/units/${unitId}`)} onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}
