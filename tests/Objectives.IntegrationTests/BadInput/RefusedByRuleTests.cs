using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>What breaks a rule is a user error that names the field, in the caller's language, and changes nothing.</summary>
public sealed partial class RefusedByRuleTests(Grounds grounds) : IClassFixture<Grounds>
{
    private static readonly string Long = new('长', 30_000);

    private static readonly BadCase[] Cases =
    [
        .. Unknown(c => c.Executive, "editObjective", "id", "Objective", (_, id) => new { id, title = "改" }),
        .. Unknown(c => c.Executive, "moveObjective", "id", "Objective", (_, id) => new { id }),
        .. Unknown(c => c.Executive, "moveObjective", "newParentId", "Objective", (g, id) => new { id = g.Child, newParentId = id }),
        .. Unknown(c => c.Executive, "withdrawObjective", "id", "Objective", (_, id) => new { id, reason = "停" }),
        .. Unknown(c => c.Executive, "comment", "subjectId", "Objective", (_, id) => new { subjectId = id, text = "说" }),
        .. Unknown(c => c.Executive, "draftObjective", "cycleId", "Cycle", (g, id) => g.Draft with { CycleId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "ownerId", "Person", (g, id) => g.Draft with { OwnerId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "measureId", "Measure", (g, id) => g.Draft with { MeasureId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "responsibilityId", "Responsibility", (g, id) => g.Draft with { ResponsibilityId = id }),
        .. Unknown(c => c.Executive, "saveStrategyElement", "id", "StrategyElement", (_, id) => new { id, kind = "VISION", title = "愿景", from = 2027, until = 2027 }),
        .. Unknown(c => c.Executive, "saveStrategyElement", "parentId", "StrategyElement", (_, id) => new { kind = "STRATEGY", title = "策略", from = 2027, until = 2027, parentId = id }),
        .. Unknown(c => c.Administrator, "setCyclePolicy", "cycleId", "Cycle", (_, id) => new { cycleId = id, tolerance = "5" }),
        .. Unknown(c => c.Administrator, "moveCycle", "cycleId", "Cycle", (_, id) => new { cycleId = id, to = "SETTING" }),
        .. Unknown(c => c.Administrator, "openCycle", "copyPolicyFromId", "Cycle", (_, id) => new { name = "新", year = 2040, start = "2040-01-01", end = "2040-12-31", copyPolicyFromId = id }),
        .. Unknown(c => c.Administrator, "saveMeasure", "id", "Measure", (_, id) => new { id, code = "X", name = "X", unitOfMeasure = "%", direction = "INCREASE", aggregation = "SUM", decimals = 0 }),
        .. Unknown(c => c.Administrator, "saveUnit", "parentId", "Unit", (_, id) => new { code = "X", name = "X", kind = "TEAM", parentId = id }),
        .. Unknown(c => c.Administrator, "savePerson", "superiorId", "Person", (g, id) => new { employeeNumber = "X", name = "X", email = "x@example.com", unitId = g.Company.Team, superiorId = id }),
        .. Unknown(c => c.Administrator, "saveRegion", "unitId", "Unit", (_, id) => new { code = "X", name = "X", unitId = id, profile = new { characteristics = 1, strategicDeployment = 1, development = 1, environment = 1, competition = 1, resources = 1 } }),
        .. Unknown(c => c.Administrator, "saveCustomer", "accountOwnerId", "Person", (g, id) => new { code = "X", name = "X", regionId = g.Company.Region, accountOwnerId = id, profile = new { strength = 1, finances = 1, credit = 1 } }),
        .. Unknown(c => c.Administrator, "savePosition", "regionId", "Region", (g, id) => new { code = "X", title = "X", unitId = g.Company.Team, regionId = id }),
        .. Unknown(c => c.Executive, "publishBriefing", "cycleId", "Cycle", (g, id) => Briefing(g) with { CycleId = id }),
        .. Unknown(c => c.Executive, "publishBriefing", "unitId", "Unit", (g, id) => Briefing(g) with { UnitId = id }),
        .. Unknown(c => c.Executive, "publishBriefing", "objectiveIds.0", "Objective", (g, id) => Briefing(g) with { Kind = "OBJECTIVE_PUBLICATION", ObjectiveIds = [id] }),
        .. Unknown(c => c.Member, "acknowledgeBriefing", "briefingId", "Briefing", (_, id) => new { briefingId = id }),
        .. Unknown(c => c.Hr, "setSettingApproach", "cycleId", "Cycle", (g, id) => new { cycleId = id, unitId = g.Company.Team, approach = "BOTH" }),
        .. Unknown(c => c.Hr, "setSettingApproach", "unitId", "Unit", (g, id) => new { cycleId = g.Cycle, unitId = id, approach = "BOTH" }),
        .. Unknown(c => c.Hr, "closePeriod", "cycleId", "Cycle", (_, id) => new { cycleId = id, period = "2020-01" }),
        .. Unknown(c => c.Hr, "reopenPeriod", "cycleId", "Cycle", (_, id) => new { cycleId = id, period = "2020-01", reason = "漏报" }),
        .. Unknown(c => c.TeamLeader, "applyAllocation", "parentId", "Objective", (_, id) => new Allocation { ParentId = id }),
        .. Unknown(c => c.TeamLeader, "applyAllocation", "recipientIds.0", "Person", (g, id) => new Allocation { ParentId = g.Child, RecipientIds = [id] }),
        .. Unknown(c => c.TeamLeader, "applyAllocation", "locks.0.recipientId", "Person", (g, id) => new Allocation { ParentId = g.Child, Locks = [new { recipientId = id, value = "5" }] }),
        .. Unknown(c => c.TeamLeader, "applyAllocation", "owners.0.ownerId", "Person", (g, id) => new Allocation { ParentId = g.Child, Owners = [new { recipientId = g.Company.Member.PersonId, ownerId = id }] }),
        .. Unknown(c => c.TeamLeader, "phaseObjective", "id", "Objective", (_, id) => new { id, method = "EVEN" }),
        .. Unknown(c => c.TeamLeader, "negotiate", "objectiveId", "Objective", (_, id) => new { objectiveId = id, kind = "COMMENT", text = "说" }),
        .. Unknown(c => c.TeamLeader, "grantAuthority", "objectiveId", "Objective", (_, id) => new { objectiveId = id, scope = "折扣", from = "2027-01-01" }),
        .. Unknown(c => c.TeamLeader, "requestSupport", "objectiveId", "Objective", (g, id) => new { objectiveId = id, what = "两人", fromUnitId = g.Company.OtherTeam, neededBy = "2027-06-30" }),
        .. Unknown(c => c.TeamLeader, "requestSupport", "fromUnitId", "Unit", (g, id) => new { objectiveId = g.Child, what = "两人", fromUnitId = id, neededBy = "2027-06-30" }),
        .. Unknown(c => c.TeamLeader, "requestSupport", "fromPersonId", "Person", (g, id) => new { objectiveId = g.Child, what = "两人", fromPersonId = id, neededBy = "2027-06-30" }),
        .. Unknown(c => c.Colleague, "answerSupport", "supportRequestId", "SupportRequest", (_, id) => new { supportRequestId = id, status = "AGREED", answer = "好" }),
        .. Unknown(c => c.TeamLeader, "signCommitment", "objectiveId", "Objective", (_, id) => new { objectiveId = id, contentHash = "x" }),
        .. Unknown(c => c.DivisionLeader, "waiveFinding", "findingId", "Finding", (_, id) => new { findingId = id, reason = "可以" }),
        .. Unknown(c => c.TeamLeader, "repairFinding", "findingId", "Finding", (_, id) => new { findingId = id }),
        .. Unknown(c => c.TeamLeader, "scheduleControlPoint", "objectiveId", "Objective", (_, id) => new { objectiveId = id, date = "2027-03-10" }),
        .. Unknown(c => c.TeamLeader, "reportProgress", "controlPointId", "ControlPoint", (_, id) => new { controlPointId = id, selfReview = "好", confidence = 3 }),
        .. Unknown(c => c.TeamLeader, "followUp", "progressReportId", "ProgressReport", (_, id) => new { progressReportId = id, guidance = "好" }),
        .. Unknown(c => c.Member, "recordActuals", "actuals.0.objectiveId", "Objective", (_, id) => new { actuals = new[] { new { objectiveId = id, period = "2026-03", value = "5" } } }),
        .. Unknown(c => c.Member, "correctActual", "actualId", "Actual", (_, id) => new { actualId = id, value = "5", reason = "漏记" }),
        .. Unknown(c => c.Member, "raiseDeviation", "objectiveId", "Objective", (_, id) => new { objectiveId = id, kind = "LAG", description = "落后" }),
        .. Unknown(c => c.TeamLeader, "routeDeviation", "deviationId", "Deviation", (_, id) => new { deviationId = id, route = "OFFICE_MEETING" }),
        .. Unknown(c => c.TeamLeader, "routeDeviation", "supervisorId", "Person", (g, id) => new { deviationId = g.Followed.Lag, route = "OFFICE_MEETING", supervisorId = id }),
        .. Unknown(c => c.TeamLeader, "routeDeviation", "unitIds.0", "Unit", (g, id) => new { deviationId = g.Followed.Lag, route = "COORDINATE", unitIds = new[] { id } }),
        .. Unknown(c => c.Member, "settleDeviation", "deviationId", "Deviation", (_, id) => new { deviationId = id, agreement = "好" }),
        .. Unknown(c => c.Executive, "scheduleOfficeMeeting", "unitId", "Unit", (_, id) => new { unitId = id, level = "DEPARTMENT", date = "2099-01-01" }),
        .. Unknown(c => c.DepartmentLeader, "scheduleOfficeMeeting", "attendeeIds.0", "Person", (g, id) => new { unitId = g.Company.Department, level = "DEPARTMENT", date = "2099-01-01", attendeeIds = new[] { id } }),
        .. Unknown(c => c.Executive, "holdOfficeMeeting", "unitId", "Unit", (g, id) => new Meeting(g) { UnitId = id }),
        .. Unknown(c => c.DepartmentLeader, "holdOfficeMeeting", "meetingId", "OfficeMeeting", (g, id) => new Meeting(g) { MeetingId = id }),
        .. Unknown(c => c.DepartmentLeader, "holdOfficeMeeting", "attendeeIds.0", "Person", (g, id) => new Meeting(g) { AttendeeIds = [id] }),
        .. Unknown(c => c.DepartmentLeader, "holdOfficeMeeting", "resolutions.0.deviationId", "Deviation", (g, id) => new Meeting(g, deviation: id)),
        .. Unknown(c => c.DepartmentLeader, "holdOfficeMeeting", "resolutions.0.responsibleId", "Person", (g, id) => new Meeting(g, responsible: id)),
        .. Unknown(c => c.Member, "completeResolution", "resolutionId", "Resolution", (_, id) => new { resolutionId = id, note = "已办" }),
        .. Unknown(c => c.TeamLeader, "requestTargetRevision", "objectiveId", "Objective", (g, id) => new Revising(g) { ObjectiveId = id }),
        .. Unknown(c => c.TeamLeader, "requestTargetRevision", "deviationId", "Deviation", (g, id) => new Revising(g) { DeviationId = id }),
        .. Unknown(c => c.DepartmentLeader, "decideTargetRevision", "revisionId", "TargetRevision", (_, id) => new { revisionId = id, approve = true, reason = "好" }),
        .. Unknown(c => c.TeamLeader, "withdrawTargetRevision", "revisionId", "TargetRevision", (_, id) => new { revisionId = id, reason = "好" }),
        .. Unknown(c => c.DepartmentLeader, "undoTargetRevision", "revisionId", "TargetRevision", (_, id) => new { revisionId = id, reason = "好" }),
        .. Unknown(c => c.Member, "remove", "id", "Comment", (_, id) => new { id }),
        .. Unknown(c => c.Member, "markNotificationsRead", "notificationIds.0", "Notification", (_, id) => new { notificationIds = new[] { id } }),
        .. Unknown(c => c.Member, "cancelJob", "jobId", "Job", (_, id) => new { jobId = id }),

        .. Stale(c => c.Executive, "editObjective", g => new { id = g.Child, expectedVersion = 7, title = "改" }),
        .. Stale(c => c.Executive, "moveObjective", g => new { id = g.Child, expectedVersion = 0 }),
        .. Stale(c => c.Executive, "withdrawObjective", g => new { id = g.Child, expectedVersion = -1, reason = "停" }),
        .. Stale(c => c.Executive, "saveStrategyElement", g => new { id = g.Strategy, expectedVersion = int.MaxValue, kind = "STRATEGY", title = "改", from = 2027, until = 2027 }),
        .. Stale(c => c.Administrator, "setCyclePolicy", g => new { cycleId = g.Cycle, expectedVersion = 1, tolerance = "5" }),
        .. Stale(c => c.Administrator, "moveCycle", g => new { cycleId = g.Cycle, expectedVersion = 1, to = "EXECUTION" }),
        .. Stale(c => c.TeamLeader, "applyAllocation", g => new Allocation { ParentId = g.Child, ExpectedVersion = 7 }),
        .. Stale(c => c.TeamLeader, "phaseObjective", g => new { id = g.Child, expectedVersion = 7, method = "EVEN" }),
        .. Stale(c => c.TeamLeader, "negotiate", g => new { objectiveId = g.Child, expectedVersion = 7, kind = "COMMENT", text = "说" }),
        .. Stale(c => c.TeamLeader, "routeDeviation", g => new { deviationId = g.Followed.Lag, expectedVersion = 1, route = "OFFICE_MEETING" }),
        .. Stale(c => c.Administrator, "saveUnit", g => new { id = g.Company.Team, expectedVersion = 99, code = "D1-1-1", name = "改", kind = "TEAM" }),

        .. Texts("draftObjective", "title", c => c.TeamLeader, multiline: false, (g, text) => g.Draft with { Title = text }),
        .. Texts("draftObjective", "description", c => c.TeamLeader, multiline: true, (g, text) => g.Draft with { Description = text }, required: false),
        .. Texts("draftObjective", "contribution", c => c.TeamLeader, multiline: true, (g, text) => g.Draft with { Contribution = text }, required: false),
        .. Texts("editObjective", "title", c => c.TeamLeader, multiline: false, (g, text) => new { id = g.Child, title = text }),
        .. Texts("reportProgress", "selfReview", c => c.TeamLeader, multiline: true, (g, text) => new { controlPointId = g.Point, selfReview = text, confidence = 3 }),
        .. Texts("reportProgress", "difficulties", c => c.TeamLeader, multiline: true, (g, text) => new { controlPointId = g.Point, selfReview = "好", confidence = 3, difficulties = text }, required: false),
        .. Texts("reportProgress", "supportNeeded", c => c.TeamLeader, multiline: true, (g, text) => new { controlPointId = g.Point, selfReview = "好", confidence = 3, supportNeeded = text }, required: false),
        .. Texts("followUp", "guidance", c => c.TeamLeader, multiline: true, (g, text) => new { progressReportId = g.Followed.Report, guidance = text }),
        .. Texts("recordActuals", "actuals.0.note", c => c.Member, multiline: true, (g, text) => Entry(new { objectiveId = g.Followed.Mine, period = "2026-03", value = "5", note = text }), required: false),
        .. Texts("correctActual", "reason", c => c.Member, multiline: true, (g, text) => new { actualId = g.Followed.Actual, value = "5", reason = text }),
        .. Texts("raiseDeviation", "description", c => c.Member, multiline: true, (g, text) => new { objectiveId = g.Followed.Mine, kind = "LAG", description = text }),
        .. Texts("routeDeviation", "note", c => c.TeamLeader, multiline: true, (g, text) => new { deviationId = g.Followed.Lag, route = "OFFICE_MEETING", note = text }, required: false),
        .. Texts("settleDeviation", "agreement", c => c.Colleague, multiline: true, (g, text) => new { deviationId = g.Followed.Difficulty, agreement = text }),
        .. Texts("holdOfficeMeeting", "resolutions.0.text", c => c.DepartmentLeader, multiline: true, (g, text) => new Meeting(g, text: text)),
        .. Texts("completeResolution", "note", c => c.Member, multiline: true, (g, text) => new { resolutionId = g.Followed.Resolution, note = text }),
        .. Texts("requestTargetRevision", "externalCause", c => c.TeamLeader, multiline: true, (g, text) => new Revising(g) { ExternalCause = text }),
        .. Texts("requestTargetRevision", "evidence", c => c.TeamLeader, multiline: true, (g, text) => new Revising(g) { Evidence = text }),
        .. Texts("requestTargetRevision", "workPlanChange", c => c.TeamLeader, multiline: true, (g, text) => new Revising(g) { WorkPlanChange = text }, required: false),
        .. Texts("decideTargetRevision", "reason", c => c.DepartmentLeader, multiline: true, (g, text) => new { revisionId = g.Followed.Revision, approve = true, reason = text }),
        .. Texts("withdrawTargetRevision", "reason", c => c.TeamLeader, multiline: true, (g, text) => new { revisionId = g.Followed.Revision, reason = text }),
        .. Texts("undoTargetRevision", "reason", c => c.DepartmentLeader, multiline: true, (g, text) => new { revisionId = g.Followed.Revision, reason = text }),
        .. Texts("withdrawObjective", "reason", c => c.TeamLeader, multiline: true, (g, text) => new { id = g.Child, reason = text }),
        .. Texts("comment", "text", c => c.Member, multiline: true, (g, text) => new { subjectId = g.Child, text }),
        .. Texts("publishBriefing", "title", c => c.Executive, multiline: false, (g, text) => Briefing(g) with { Title = text }),
        .. Texts("publishBriefing", "body", c => c.Executive, multiline: true, (g, text) => Briefing(g) with { Body = text }),
        .. Texts("closePeriod", "reason", c => c.Hr, multiline: true, (g, text) => new { cycleId = g.Cycle, period = "2027-01", reason = text }, required: false),
        .. Texts("reopenPeriod", "reason", c => c.Hr, multiline: true, (g, text) => new { cycleId = g.Cycle, period = "2027-01", reason = text }),
        .. Texts("negotiate", "text", c => c.TeamLeader, multiline: true, (g, text) => new { objectiveId = g.Child, kind = "COMMENT", text }),
        .. Texts("grantAuthority", "scope", c => c.DepartmentLeader, multiline: true, (g, text) => new { objectiveId = g.Child, scope = text, from = "2027-01-01" }),
        .. Texts("requestSupport", "what", c => c.TeamLeader, multiline: true, (g, text) => new { objectiveId = g.Child, what = text, fromUnitId = g.Company.OtherTeam, neededBy = "2027-06-30" }),
        .. Texts("answerSupport", "answer", c => c.Colleague, multiline: true, (g, text) => new { supportRequestId = g.Support, status = "AGREED", answer = text }),
        .. Texts("signCommitment", "contentHash", c => c.TeamLeader, multiline: false, (g, text) => new { objectiveId = g.Child, contentHash = text }),
        .. Texts("waiveFinding", "reason", c => c.DivisionLeader, multiline: true, (g, text) => new { findingId = g.Finding, reason = text }),
        .. Texts("openCycle", "name", c => c.Hr, multiline: false, (_, text) => new { name = text, year = 2041, start = "2041-01-01", end = "2041-12-31" }),
        .. Texts("saveMeasure", "unitOfMeasure", c => c.Administrator, multiline: false, (_, text) => new { code = "X", name = "X", unitOfMeasure = text, direction = "INCREASE", aggregation = "SUM", decimals = 0 }),
        .. Texts("saveStrategyElement", "title", c => c.Executive, multiline: false, (_, text) => new { kind = "VISION", title = text, from = 2027, until = 2027 }),
        .. Texts("saveUnit", "name", c => c.Administrator, multiline: false, (g, text) => new { code = "X", name = text, kind = "TEAM", parentId = g.Company.Department }),
        .. Texts("savePerson", "name", c => c.Administrator, multiline: false, (g, text) => new { employeeNumber = "X", name = text, email = "x@example.com", unitId = g.Company.Team }),

        new("an objective under itself", c => c.TeamLeader, "moveObjective", g => new { id = g.Objective, newParentId = g.Objective }, "CYCLE_IN_TREE", "newParentId"),
        new("an objective under its child", c => c.TeamLeader, "moveObjective", g => new { id = g.Objective, newParentId = g.Child }, "CYCLE_IN_TREE", "newParentId"),
        new("a unit under itself", c => c.Administrator, "saveUnit", g => new { id = g.Company.Department, code = "D1-1", name = "改", kind = "DEPARTMENT", parentId = g.Company.Team }, "CYCLE_IN_TREE", "parentId"),
        new("a superior of his superior", c => c.Administrator, "savePerson", g => new { id = g.Company.DepartmentLeader.PersonId, employeeNumber = "E0110", name = "改", email = "e0110@example.com", unitId = g.Company.Department, superiorId = g.Company.Member.PersonId }, "CYCLE_IN_TREE", "superiorId"),

        new("a month of a cycle that is not in execution", c => c.Hr, "closePeriod", g => new { cycleId = g.Cycle, period = "2027-01" }, "FORBIDDEN_BY_STATE", "cycleId"),
        new("a signature before an agreement", c => c.TeamLeader, "signCommitment", g => new { objectiveId = g.Child, contentHash = "x" }, "FORBIDDEN_BY_STATE", "objectiveId"),
        new("an objective that is no publication's", c => c.Executive, "publishBriefing", g => Briefing(g) with { ObjectiveIds = [g.Child] }, "INVALID", "objectiveIds"),
        new("a publication of nothing", c => c.Executive, "publishBriefing", g => Briefing(g) with { Kind = "OBJECTIVE_PUBLICATION" }, "REQUIRED", "objectiveIds"),
        new("a comment of signs that nobody sees", c => c.TeamLeader, "comment", g => new { subjectId = g.Child, text = " \u200b\ufeff" }, "REQUIRED", "text"),
        new("help from nobody", c => c.TeamLeader, "requestSupport", g => new { objectiveId = g.Child, what = "两人", neededBy = "2027-06-30" }, "REQUIRED", "fromUnitId"),
        new("a recipient twice", c => c.TeamLeader, "applyAllocation", g => new Allocation { ParentId = g.Child, RecipientIds = [g.Company.Member.PersonId, g.Company.Member.PersonId] }, "DUPLICATE", "recipientIds.1"),

        Wrong("applyAllocation", "stretchPercent", c => c.TeamLeader, g => new Allocation { ParentId = g.Child, StretchPercent = "-1" }),
        Wrong("applyAllocation", "factors.0.weight", c => c.TeamLeader, g => new Allocation { ParentId = g.Child, Factors = [new { factor = "EQUAL", weight = "1001" }] }),
        Wrong("applyAllocation", "factors.0.factor", c => c.TeamLeader, g => new Allocation { ParentId = g.Child, Factors = [new { factor = "CREDIT", weight = "1" }] }),
        Wrong("applyAllocation", "locks.0.value", c => c.TeamLeader, g => new Allocation { ParentId = g.Child, Locks = [new { recipientId = g.Company.Member.PersonId, value = "-5" }] }),
        Wrong("phaseObjective", "values.0.period", c => c.TeamLeader, g => new { id = g.Child, method = "BY_HAND", values = new[] { new { period = "2026-12", value = "5" } } }),
        Wrong("phaseObjective", "values.0.value", c => c.TeamLeader, g => new { id = g.Child, method = "BY_HAND", values = new[] { new { period = "2027-12", value = "1.005" } } }),
        Wrong("phaseObjective", "values", c => c.TeamLeader, g => new { id = g.Child, method = "EVEN", values = new[] { new { period = "2027-12", value = "5" } } }),
        Wrong("phaseObjective", "method", c => c.TeamLeader, g => new { id = g.Child, method = "SEASONAL" }),
        Wrong("negotiate", "kind", c => c.TeamLeader, g => new { objectiveId = g.Child, kind = "AUTHORITY_GRANTED", text = "给" }),
        Wrong("negotiate", "target", c => c.TeamLeader, g => new { objectiveId = g.Child, kind = "COMMENT", target = "5", text = "说" }),
        Wrong("grantAuthority", "until", c => c.DepartmentLeader, g => new { objectiveId = g.Child, scope = "折扣", from = "2027-01-01", until = "2026-12-31" }),
        Wrong("grantAuthority", "limitAmount", c => c.DepartmentLeader, g => new { objectiveId = g.Child, scope = "折扣", limitAmount = "-1", limitCurrency = "CNY", from = "2027-01-01" }),
        Wrong("requestSupport", "neededBy", c => c.TeamLeader, g => new { objectiveId = g.Child, what = "两人", fromUnitId = g.Company.OtherTeam, neededBy = "2028-01-01" }),
        Wrong("requestSupport", "fromPersonId", c => c.TeamLeader, g => new { objectiveId = g.Child, what = "两人", fromPersonId = g.Company.TeamLeader.PersonId, neededBy = "2027-06-30" }),
        Wrong("scheduleControlPoint", "tolerance", c => c.TeamLeader, g => new { objectiveId = g.Child, date = "2027-03-10", tolerance = "100.1" }),
        Wrong("scheduleControlPoint", "tolerance", c => c.TeamLeader, g => new { objectiveId = g.Child, date = "2027-03-10", tolerance = "-1" }),
        new("a control point before execution", c => c.TeamLeader, "scheduleControlPoint", g => new { objectiveId = g.Child, date = "2027-03-10" }, "FORBIDDEN_BY_STATE", "objectiveId"),
        new("a report before execution", c => c.TeamLeader, "reportProgress", g => new { controlPointId = g.Point, selfReview = "好", confidence = 3 }, "FORBIDDEN_BY_STATE", "controlPointId"),
        Wrong("reportProgress", "confidence", c => c.TeamLeader, g => new { controlPointId = g.Point, selfReview = "好", confidence = 0 }),
        Wrong("reportProgress", "confidence", c => c.TeamLeader, g => new { controlPointId = g.Point, selfReview = "好", confidence = 6 }),
        Wrong("reportProgress", "minutesSpent", c => c.TeamLeader, g => new { controlPointId = g.Point, selfReview = "好", confidence = 3, minutesSpent = -1 }),
        Wrong("reportProgress", "minutesSpent", c => c.TeamLeader, g => new { controlPointId = g.Point, selfReview = "好", confidence = 3, minutesSpent = 100_001 }),
        Wrong("recordActuals", "actuals.0.value", c => c.Member, g => Entry(new { objectiveId = g.Followed.Mine, period = "2026-03", value = "5.001" })),
        Wrong("recordActuals", "actuals.0.period", c => c.Member, g => Entry(new { objectiveId = g.Followed.Mine, period = "2025-12", value = "5" })),
        Wrong("recordActuals", "actuals.0.numerator", c => c.Member, g => Entry(new { objectiveId = g.Followed.Mine, period = "2026-03", numerator = "5", denominator = "6" })),
        Wrong("recordActuals", "actuals.0.evidenceUrl", c => c.Member, g => Entry(new { objectiveId = g.Followed.Mine, period = "2026-03", value = "5", evidenceUrl = "javascript:alert(1)" })),
        new("an actual without a value", c => c.Member, "recordActuals", g => Entry(new { objectiveId = g.Followed.Mine, period = "2026-03" }), "REQUIRED", "actuals.0.value"),
        new("an actual of a period that has one", c => c.Member, "recordActuals", g => Entry(new { objectiveId = g.Followed.Mine, period = "2026-01", value = "5" }), "DUPLICATE", "actuals.0.period"),
        new("no actuals", c => c.Member, "recordActuals", _ => new { actuals = Array.Empty<object>() }, "REQUIRED", "actuals"),
        new("more than 1,000 actuals", c => c.Member, "recordActuals", g => new { actuals = Enumerable.Repeat(new { objectiveId = g.Followed.Mine, period = "2026-03", value = "5" }, 1001) }, "LIMIT_EXCEEDED", "actuals"),
        Wrong("correctActual", "value", c => c.Member, g => new { actualId = g.Followed.Actual, value = "5.001", reason = "漏记" }),
        Wrong("correctActual", "denominator", c => c.Member, g => new { actualId = g.Followed.Actual, value = "5", denominator = "6", reason = "漏记" }),
        new("a correction without a value", c => c.Member, "correctActual", g => new { actualId = g.Followed.Actual, reason = "漏记" }, "REQUIRED", "value"),
        Wrong("reportProgress", "numerator", c => c.Colleague, g => new { controlPointId = g.PointOf(g.Followed.Colleagues, 2), selfReview = "好", confidence = 3, numerator = "1", denominator = "2" }),
        Wrong("reportProgress", "actualValue", c => c.Colleague, g => new { controlPointId = g.PointOf(g.Followed.Colleagues, 4), selfReview = "好", confidence = 3, actualValue = "0.001" }),
        new("help from 51 units", c => c.TeamLeader, "routeDeviation", g => new { deviationId = g.Followed.Lag, route = "COORDINATE", unitIds = Enumerable.Repeat(g.Company.OtherTeam, 51) }, "LIMIT_EXCEEDED", "unitIds"),
        Wrong("routeDeviation", "supervisorId", c => c.TeamLeader, g => new { deviationId = g.Followed.Lag, route = "OFFICE_MEETING", supervisorId = g.Company.Member.PersonId }),
        new("what endangers the team settled by two", c => c.TeamLeader, "routeDeviation", g => new { deviationId = g.Followed.Lag, route = "SETTLE_TOGETHER" }, "FORBIDDEN_BY_STATE", "route"),
        new("a revision's deviation settled by two", c => c.Member, "settleDeviation", g => new { deviationId = g.Followed.Lag, agreement = "好" }, "FORBIDDEN_BY_STATE", "deviationId"),
        Wrong("scheduleOfficeMeeting", "date", c => c.DepartmentLeader, g => new { unitId = g.Company.Department, level = "DEPARTMENT", date = "2020-01-01" }),
        new("201 attendees to come", c => c.DepartmentLeader, "scheduleOfficeMeeting", g => new { unitId = g.Company.Department, level = "DEPARTMENT", date = "2099-01-01", attendeeIds = Enumerable.Repeat(g.Company.Member.PersonId, 201) }, "LIMIT_EXCEEDED", "attendeeIds"),
        new("the company's meeting of a department", c => c.DepartmentLeader, "scheduleOfficeMeeting", g => new { unitId = g.Company.Department, level = "COMPANY", date = "2099-01-01" }, "UNIT_MISMATCH", "unitId"),
        Wrong("holdOfficeMeeting", "date", c => c.DepartmentLeader, g => new Meeting(g) { Date = "2099-01-01", Resolutions = [] }),
        Wrong("holdOfficeMeeting", "resolutions.0.responsibleId", c => c.DepartmentLeader, g => new Meeting(g, responsible: g.Company.Auditor.PersonId)),
        Wrong("holdOfficeMeeting", "resolutions.0.due", c => c.DepartmentLeader, g => new Meeting(g, due: "2026-11-19")),
        new("a meeting of nobody", c => c.DepartmentLeader, "holdOfficeMeeting", g => new Meeting(g) { AttendeeIds = [] }, "REQUIRED", "attendeeIds"),
        new("201 attendees", c => c.DepartmentLeader, "holdOfficeMeeting", g => new Meeting(g) { AttendeeIds = [.. Enumerable.Repeat(g.Company.Member.PersonId, 201)] }, "LIMIT_EXCEEDED", "attendeeIds"),
        new("201 resolutions", c => c.DepartmentLeader, "holdOfficeMeeting", g => new Meeting(g) { Resolutions = [.. Enumerable.Repeat(new Meeting(g).Resolutions[0], 201)] }, "LIMIT_EXCEEDED", "resolutions"),
        new("a resolution about what was not taken to the meeting", c => c.DepartmentLeader, "holdOfficeMeeting", g => new Meeting(g), "FORBIDDEN_BY_STATE", "resolutions.0.deviationId"),
        Wrong("requestTargetRevision", "newTarget", c => c.TeamLeader, g => new Revising(g) { NewTarget = "30.001" }),
        Wrong("requestTargetRevision", "newTarget", c => c.TeamLeader, g => new Revising(g) { NewTarget = "60" }),
        Wrong("requestTargetRevision", "effectiveFrom", c => c.TeamLeader, g => new Revising(g) { EffectiveFrom = "2027-01" }),
        Wrong("requestTargetRevision", "phasing.0.period", c => c.TeamLeader, g => new Revising(g) { Phasing = [new { period = "2026-01", value = "5" }] }),
        Wrong("requestTargetRevision", "deviationId", c => c.TeamLeader, g => new Revising(g) { DeviationId = g.Followed.Lag }),
        new("a phasing of a hundred months", c => c.TeamLeader, "requestTargetRevision", g => new Revising(g) { Phasing = [.. Enumerable.Repeat(new { period = "2026-03", value = "5" }, 100)] }, "LIMIT_EXCEEDED", "phasing"),
        new("a second revision at once", c => c.TeamLeader, "requestTargetRevision", g => new Revising(g) { ObjectiveId = g.Followed.Mine, DeviationId = g.Followed.Lag }, "DUPLICATE", "objectiveId"),
        new("a decision about one's own request", c => c.TeamLeader, "decideTargetRevision", g => new { revisionId = g.Followed.Revision, approve = true, reason = "好" }, "SAME_PERSON_MAY_NOT_DECIDE", "revisionId"),
        new("what was not approved taken back", c => c.DepartmentLeader, "undoTargetRevision", g => new { revisionId = g.Followed.Revision, reason = "好" }, "CONFLICT", "revisionId"),
        Wrong("draftObjective", "rollUpWeight", c => c.TeamLeader, g => g.Draft with { RollUpWeight = "-1" }),
        Wrong("draftObjective", "target", c => c.TeamLeader, g => g.Draft with { MeasureId = g.Company.Milestone, Target = "101" }),
        Wrong("setCyclePolicy", "tolerance", c => c.Hr, g => new { cycleId = g.Cycle, tolerance = "100.1" }),
        Wrong("setCyclePolicy", "atRiskProbability", c => c.Hr, g => new { cycleId = g.Cycle, atRiskProbability = "1.5" }),
        Wrong("setCyclePolicy", "escalationDays", c => c.Hr, g => new { cycleId = g.Cycle, escalationDays = -1 }),
        Wrong("setCyclePolicy", "tooLowPercentile", c => c.Hr, g => new { cycleId = g.Cycle, tooLowPercentile = "99", tooHighPercentile = "1" }),
        Wrong("setCyclePolicy", "stretchPercentile", c => c.Hr, g => new { cycleId = g.Cycle, stretchPercentile = "10" }),
        Wrong("openCycle", "end", c => c.Hr, _ => new { name = "新", year = 2040, start = "2040-01-01", end = "2039-12-31" }),
        Wrong("openCycle", "end", c => c.Hr, _ => new { name = "新", year = 2040, start = "2040-01-01", end = "2042-01-01" }),
        Wrong("openCycle", "year", c => c.Hr, _ => new { name = "新", year = 2039, start = "2040-01-01", end = "2040-12-31" }),
        Wrong("openCycle", "start", c => c.Hr, _ => new { name = "新", year = 9999, start = "9999-12-01", end = "9999-12-31" }),
        Wrong("openCycle", "start", c => c.Hr, _ => new { name = "新", year = 1, start = "0001-01-01", end = "0001-12-31" }),
        Wrong("saveMeasure", "decimals", c => c.Administrator, _ => new { code = "X", name = "X", unitOfMeasure = "%", direction = "INCREASE", aggregation = "SUM", decimals = 7 }),
        Wrong("saveStrategyElement", "from", c => c.Executive, _ => new { kind = "VISION", title = "愿景", from = -1, until = 2027 }),
        Wrong("saveStrategyElement", "until", c => c.Executive, _ => new { kind = "VISION", title = "愿景", from = 2027, until = int.MaxValue }),
        .. RewardCases.All,
        .. DevelopmentCases.All,
        .. ImprovementCases.All,
        Wrong("setHolidays", "year", c => c.Administrator, _ => new { year = 99_999, holidays = Array.Empty<object>() }),
        .. OfScorecards(),
    ];

    [Theory, OnEachDatabase]
    public async Task It_names_the_field_speaks_the_callers_language_and_changes_nothing(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var before = await ground.TracesAsync();
        var faults = new List<string>();
        foreach (var bad in Cases)
        {
            foreach (var by in (Api[])[bad.By(ground.Company).With(Guid.NewGuid().ToString()), bad.By(ground.Company).InChinese])
            {
                try
                {
                    var errors = (await by.MutateAsync(bad.Mutation, bad.Input(ground), string.Empty)).UserErrors;
                    errors.Select(e => (e.Code, e.Field)).ShouldContain((bad.Code, bad.Field));
                    errors.ShouldAllBe(e => Languages.IsChinese(e.Message) == (by.Language != "en"));
                }
                catch (ShouldAssertException e)
                {
                    faults.Add($"{bad.Name} ({by.Language}): {e.Message}");
                }
            }
        }
        faults.ShouldBeEmpty();
        (await ground.TracesAsync()).ShouldBe(before);
        (await ground.Company.Executive.ObjectiveAsync(ground.Child, "version title")).Number("version").ShouldBe(1);
    }

    /// <summary>An id of nothing, of another kind of thing, and of no form.</summary>
    internal static IEnumerable<BadCase> Unknown(Func<Company, Api> by, string mutation, string field, string type, Func<Ground, string, object> input) =>
    [
        new($"{mutation}.{field} of nothing", by, mutation, g => input(g, g.Unknown(type)), "NOT_FOUND", field),
        new($"{mutation}.{field} of another type", by, mutation, g => input(g, type == "Region" ? g.Company.Team : g.Company.Region), "NOT_FOUND", field),
        new($"{mutation}.{field} without form", by, mutation, g => input(g, "编号 x"), "NOT_FOUND", field),
        new($"{mutation}.{field} empty", by, mutation, g => input(g, string.Empty), "NOT_FOUND", field),
    ];

    internal static IEnumerable<BadCase> Stale(Func<Company, Api> by, string mutation, Func<Ground, object> input) => [new($"{mutation} of a stale version", by, mutation, input, "CONFLICT", "expectedVersion")];

    internal static IEnumerable<BadCase> Texts(string mutation, string field, Func<Company, Api> by, bool multiline, Func<Ground, string, object> input, bool required = true)
    {
        yield return new($"{mutation}.{field} too long", by, mutation, g => input(g, Long), "LIMIT_EXCEEDED", field);
        foreach (var control in (string[])["\0", "\u0007", "\u001b", "\u009f", "\u202e", .. multiline ? (string[])[] : ["\n", "\t"]])
            yield return new($"{mutation}.{field} with U+{(int)control[0]:X4}", by, mutation, g => input(g, $"前{control}后"), "INVALID", field);
        foreach (var blank in required ? (string[])["", " ", "\u3000", "\n"] : [])
            yield return new($"{mutation}.{field} blank", by, mutation, g => input(g, blank), "REQUIRED", field);
    }

    private static PublishBriefing Briefing(Ground ground) => new() { CycleId = ground.Cycle, UnitId = ground.Company.Team };

    internal static BadCase Wrong(string mutation, string field, Func<Company, Api> by, Func<Ground, object> input) => new($"{mutation}.{field} out of bounds", by, mutation, input, "INVALID", field);

    private static object Entry(object actual) => new { actuals = new[] { actual } };

    /// <summary>The contract's HoldOfficeMeetingInput, of the department.</summary>
    private sealed class Meeting(Ground ground, string? deviation = null, string? responsible = null, string text = "调配两名工程师", string due = "2026-12-20")
    {
        public string? MeetingId { get; init; }

        public string UnitId { get; init; } = ground.Company.Department;

        public string Level { get; init; } = "DEPARTMENT";

        public string Date { get; init; } = "2026-11-20";

        public IReadOnlyList<string> AttendeeIds { get; init; } = [ground.Company.TeamLeader.PersonId];

        public IReadOnlyList<object> Resolutions { get; init; } = [new { deviationId = deviation ?? ground.Followed.Lag, text, responsibleId = responsible ?? ground.Company.Member.PersonId, due }];
    }

    /// <summary>The contract's RequestTargetRevisionInput, of the colleague's objective.</summary>
    private sealed class Revising(Ground ground)
    {
        public string ObjectiveId { get; init; } = ground.Followed.Colleagues;

        public string DeviationId { get; init; } = ground.Followed.Difficulty;

        public string ExternalCause { get; init; } = "商场停业";

        public string Evidence { get; init; } = "停业通知";

        public string? NewTarget { get; init; } = "30";

        public string? EffectiveFrom { get; init; } = "2026-03";

        public IReadOnlyList<object>? Phasing { get; init; }

        public string? WorkPlanChange { get; init; }
    }

    /// <summary>The contract's PublishBriefingInput.</summary>
    private sealed record PublishBriefing
    {
        public required string CycleId { get; init; }

        public required string UnitId { get; init; }

        public string Kind { get; init; } = "COMPANY_RESULTS";

        public string Title { get; init; } = "通报";

        public string Body { get; init; } = "请阅读";

        public IReadOnlyList<string>? ObjectiveIds { get; init; }
    }

    /// <summary>The contract's AllocationInput: to the team's people, all alike.</summary>
    private sealed record Allocation
    {
        public required string ParentId { get; init; }

        public string Dimension { get; init; } = "PERSON";

        public IReadOnlyList<object> Factors { get; init; } = [new { factor = "EQUAL", weight = "1" }];

        public IReadOnlyList<string>? RecipientIds { get; init; }

        public IReadOnlyList<object>? Locks { get; init; }

        public IReadOnlyList<object>? Owners { get; init; }

        public string StretchPercent { get; init; } = "0";

        public int? ExpectedVersion { get; init; }
    }
}
