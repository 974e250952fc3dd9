import { Avatar, Box, Divider, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages, toLocaleName, type Language } from '../api/locale';
import { useCommand } from '../api/useCommand';
import { Icon } from '../components/Icon';
import { useEscape } from '../components/useEscape';
import { usePhone } from '../components/usePhone';
import { chooseLanguage, languageNames, LanguageSwitch } from '../features/gateway/session/LanguageSwitch';
import { MailDialog } from '../features/gateway/session/MailDialog';
import { PasswordDialog } from '../features/gateway/session/PasswordDialog';
import { SetLocale } from '../features/gateway/session/SetLocale';
import { useSession } from '../features/gateway/session/session';
import { useWorkspace } from '../features/organization/workspace/workspace';

/** Who is signed in, his language, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const phone = usePhone();
  const { me, signOut } = useSession();
  const [isChanging, setChanging] = useState(false);
  const [isMailing, setMailing] = useState(false);
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));
  const { viewer } = useWorkspace();
  const setLocale = useCommand(SetLocale);
  const { person, roles } = viewer;
  const keep = (language: Language) => void setLocale.run({ locale: toLocaleName(language) });

  return (
    <>
      <Box visibleFrom="sm">
        <LanguageSwitch onChosen={keep} />
      </Box>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" width={250} keepMounted={false}>
        <Menu.Target>
          <UnstyledButton style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
            <VisuallyHidden>{t('session.account', { name: person.name })}</VisuallyHidden>
            <Avatar size={30} radius="xl" color="ink" variant="filled" aria-hidden="true">
              {person.name.slice(0, 1)}
            </Avatar>
            <Text size="sm" fw={500} visibleFrom="md" truncate maw={120} aria-hidden="true">
              {person.name}
            </Text>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Box px="sm" py={6}>
            <Text size="sm" fw={600}>
              {person.name} <span className="number">({person.employeeNumber})</span>
            </Text>
            <Text size="xs" c="dimmed">
              {person.unit.name}
            </Text>
            <Text size="xs" c="dimmed">
              {roles.map((role) => t(`enums.Role.${role}`)).join(' · ')}
            </Text>
          </Box>
          <Divider />
          <Menu.Item component={Link} to={`/people/${person.id}`} leftSection={<Icon name="person" />}>
            {t('session.myPage')}
          </Menu.Item>
          {phone &&
            languages.map((language) => (
              <Menu.Item
                key={language}
                lang={language}
                leftSection={<Icon name={language === i18n.language ? 'check' : 'language'} />}
                onClick={() => void chooseLanguage(language).then(() => keep(language))}
              >
                {languageNames[language]}
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<Icon name="mail" />} onClick={() => setMailing(true)}>
            {t('session.mail.title')}
          </Menu.Item>
          {!me.demo && (
            <Menu.Item leftSection={<Icon name="edit" />} onClick={() => setChanging(true)}>
              {t('session.changePassword')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="signOut" />} onClick={() => void signOut()}>
            {t('session.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isMailing && <MailDialog onClose={() => setMailing(false)} />}
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
