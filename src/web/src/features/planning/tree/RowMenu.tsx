import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { Icon } from '../../../components/Icon';
import { useEscape } from '../../../components/useEscape';
import { useWorkspace } from '../../organization/workspace/workspace';
import { hasOpenTerms, isOpen as isChangeable, mayWrite } from '../objectives/mayWrite';
import type { ActionRequest } from '../objectives/ObjectiveActions';
import type { ObjectiveRowData } from './ObjectiveRow';
import { RowMenuButton } from './RowMenuButton';

/** What decides whether the viewer may change an objective. */
const ObjectiveRights = graphql(`
  query ObjectiveRights($id: ID!) {
    objective(id: $id) {
      id
      level
      status
      cycle {
        id
        status
      }
      unit {
        id
      }
      owner {
        id
        chain {
          id
        }
      }
    }
  }
`);

interface RowMenuProps {
  node: ObjectiveRowData;
  isWritable: boolean;
  onOpenChange: (opened: boolean) => void;
  onOpenPage: () => void;
  onAction: (request: ActionRequest) => void;
}

/** What can be done with a row: its button, and the menu that stands open at it. */
export function RowMenu(props: RowMenuProps) {
  useEscape(true, () => props.onOpenChange(false));
  return (
    <Menu opened onChange={props.onOpenChange} clickOutsideEvents={['mousedown', 'touchstart']} position="bottom-end" withinPortal trapFocus>
      <Menu.Target>
        <RowMenuButton title={props.node.title} isActive isOpen />
      </Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        <Choices {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices({ node, isWritable, onOpenPage, onAction }: RowMenuProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [{ data, fetching }] = useQuery({ query: ObjectiveRights, variables: { id: node.id }, pause: !isWritable });
  const objective = data?.objective;
  const may = isWritable && objective ? mayWrite(workspace, objective) : false;
  const mayDraft = isWritable && objective ? isChangeable(objective) : false;
  return (
    <>
      <Menu.Item leftSection={<Icon name="file" />} onClick={onOpenPage}>
        {t('objective.open')}
      </Menu.Item>
      {isWritable && (
        <>
          <Menu.Item leftSection={<Icon name="plus" />} disabled={!mayDraft} onClick={() => onAction({ kind: 'draft', parentId: node.id })}>
            {t('objective.draftChild')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="edit" />} disabled={!may} onClick={() => onAction({ kind: 'edit', objective: node })}>
            {t('objective.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="move" />} disabled={!may} onClick={() => onAction({ kind: 'move', objective: node })}>
            {t('objective.move')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="archive" />} disabled={!may || !objective || !hasOpenTerms(objective)} onClick={() => onAction({ kind: 'withdraw', objective: node })}>
            {t('objective.withdraw')}
          </Menu.Item>
          {!fetching && objective && !may && <Menu.Label>{t('objective.notYours')}</Menu.Label>}
        </>
      )}
    </>
  );
}
