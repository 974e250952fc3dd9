import { after, before, describe, test } from 'node:test';
import { findChromium, startBrowser, tellLeftOpen } from './harness/browser.mjs';
import { programMissing, startProgram } from './harness/program.mjs';
import { agreeing } from './suites/agreeing.mjs';
import { appraisal } from './suites/appraisal.mjs';
import { administration } from './suites/administration.mjs';
import { accessibility } from './suites/accessibility.mjs';
import { allocation } from './suites/allocation.mjs';
import { calibration } from './suites/calibration.mjs';
import { control } from './suites/control.mjs';
import { dashboard } from './suites/dashboard.mjs';
import { development } from './suites/development.mjs';
import { deviations } from './suites/deviations.mjs';
import { failures } from './suites/failures.mjs';
import { findings } from './suites/findings.mjs';
import { focus } from './suites/focus.mjs';
import { health } from './suites/health.mjs';
import { help } from './suites/help.mjs';
import { importing } from './suites/importing.mjs';
import { improvement, improvementOverTime } from './suites/improvement.mjs';
import { integrations } from './suites/integrations.mjs';
import { languages } from './suites/languages.mjs';
import { leaving } from './suites/leaving.mjs';
import { live } from './suites/live.mjs';
import { meetings } from './suites/meetings.mjs';
import { months } from './suites/months.mjs';
import { myDay } from './suites/myDay.mjs';
import { notices } from './suites/notices.mjs';
import { objectives } from './suites/objectives.mjs';
import { onPhones } from './suites/onPhones.mjs';
import { projects } from './suites/projects.mjs';
import { quarter } from './suites/quarter.mjs';
import { reporting } from './suites/reporting.mjs';
import { reports } from './suites/reports.mjs';
import { revisions } from './suites/revisions.mjs';
import { rewards } from './suites/rewards.mjs';
import { season } from './suites/season.mjs';
import { signIn } from './suites/signIn.mjs';
import { time } from './suites/time.mjs';
import { tree } from './suites/tree.mjs';
import { week } from './suites/week.mjs';
import { whatIf } from './suites/whatIf.mjs';

const skip = (findChromium() ? undefined : 'no Chromium was found (set CHROMIUM to one)') ?? programMissing() ?? false;

if (skip) test('the page in a browser', { skip }, () => undefined);

/** One program and one browser for all; each test opens windows of its own. */
describe('the page', { skip }, () => {
  const shared = {};

  before(async () => {
    [shared.program, shared.browser] = await Promise.all([startProgram({ demo: true }), startBrowser()]);
    shared.url = shared.program.url;
  });

  after(async () => {
    await tellLeftOpen(shared.browser);
    await shared.browser?.close();
    await shared.program?.stop();
  });

  describe('for its people', { concurrency: 2 }, () => {
    for (const suite of [accessibility, signIn, tree, objectives, agreeing, calibration, allocation, findings, projects, whatIf, live, languages, onPhones, myDay, notices, importing, administration, integrations, months, reporting, reports, control, deviations, improvement, help, failures, focus, leaving, dashboard, health, week, revisions, meetings, rewards, development, season, quarter, appraisal]) suite(shared);
  });

  // Last and alone, since they move everyone's clock.
  time(shared);
  improvementOverTime(shared);
});
