import { AppShell, Burger, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { Icon } from '../components/Icon';
import { LeaveQuestion } from '../components/LeaveQuestion';
import { PageHelp } from '../components/pageHelp';
import { useEscape } from '../components/useEscape';
import { usePhone } from '../components/usePhone';
import { DemoClock } from '../features/gateway/clock/DemoClock';
import { useSession } from '../features/gateway/session/session';
import { HelpButton } from '../features/help/HelpButton';
import { WorkspaceGate } from '../features/organization/workspace/WorkspaceGate';
import { Bell } from '../features/platform/notifications/Bell';
import { SearchBox } from '../features/platform/search/SearchBox';
import { AccountMenu } from './AccountMenu';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';

export function Shell() {
  return (
    <WorkspaceGate>
      <Frame />
    </WorkspaceGate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const { me } = useSession();
  const phone = usePhone();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const [opened, { toggle, close }] = useDisclosure();
  useEffect(close, [pathname, close]);
  const menu = useRef<HTMLButtonElement>(null);
  const closeMenu = () => {
    close();
    menu.current?.focus();
  };
  useEscape(opened, closeMenu);

  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }} transitionDuration={0} classNames={{ main: styles.main }}>
      <AppShell.Header className={styles.header}>
        <a className={styles.skip} href="#content">
          {t('common.skip')}
        </a>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger ref={menu} opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('common.menu')} aria-expanded={opened} />
          <Group gap={8} wrap="nowrap" visibleFrom="sm" w={184} c="var(--ink)">
            <Icon name="graph" size={20} />
            <Text fw={700} size="md">
              {t('common.product')}
            </Text>
          </Group>
          <SearchBox />
          <Group gap="xs" wrap="nowrap" ml="auto">
            {me.demo && !phone && <DemoClock />}
            <Bell />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={styles.navbar} p="xs" style={{ visibility: phone && !opened ? 'hidden' : undefined }}>
        <Navigation />
        {me.demo && phone && (
          <Group mt="auto" p="xs">
            <DemoClock />
          </Group>
        )}
        {opened && (
          <Button variant="subtle" onClick={closeMenu} hiddenFrom="sm" mt="xs">
            {t('common.close')}
          </Button>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} aria-busy={navigation.state === 'loading'}>
        <PageHelp value={<HelpButton />}>
          <Outlet />
        </PageHelp>
        <LeaveQuestion />
      </AppShell.Main>
    </AppShell>
  );
}
