using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>What cannot be read as the contract's types is a coded error that names the field, in the caller's language, and changes nothing.</summary>
public sealed class UnreadableTests(Grounds grounds) : IClassFixture<Grounds>
{
    private static readonly (string Field, JsonNode? Value)[] Drafts =
    [
        .. Values("target", "abc", "1e5", "1,000", "", " 1", "1.0000001", "1000000000000", "NaN", "１２", 5, 1.5, true, null), .. Values("baseline", "x", 0), .. Values("rollUpWeight", "0.0000001"),
        .. Values("title", 5, true, null), .. Values("important", "yes", 1), .. Values("level", "BOSS", "team", 3, null), .. Values("ownerId", null, true), .. Values("noSuchField", "x"),
        ("title", new JsonArray("a", "b")), ("title", new JsonObject()), ("target", new JsonArray("1", "2")), ("important", new JsonObject()),
    ];

    private static readonly (string Field, JsonNode? Value)[] Openings =
    [
        .. Values("start", "2027-13-01", "2027-02-30", "27-1-1", "2027-1-1", "01/01/2027", "2027-01-01T00:00:00Z", "", 20270101, null), .. Values("end", "0000-01-01", "10000-01-01", "明天"),
        .. Values("year", "2027", 2027.5, 3000000000L, null),
    ];

    /// <summary>Of how objectives are followed.</summary>
    private static (string Mutation, object Whole, (string Field, JsonNode? Value)[] Changes, Api By)[] Followings(Ground g) =>
    [
        ("recordActuals", new { actuals = new[] { new { objectiveId = g.Followed.Mine, period = "2026-03", value = "5" } } },
            [
                .. Values("actuals", "x", 5, null), .. Values("source", "TELEPATHY", "report", 1), .. Entries("period", "2026-13", "2026-Q5", "2026-3", "26-03", "2026-03-01", "1899-12", "", 202603, null),
                .. Entries("value", "abc", "1e5", "1,000", "", " 1", "1.0000001", "1000000000000", "NaN", "１２", 5, 1.5, true), .. Entries("objectiveId", null, 1.5), .. Entries("note", 5), .. Entries("noSuchField", "x"),
            ],
            g.Company.Member),
        ("correctActual", new { actualId = g.Followed.Actual, value = "5", reason = "漏记" }, [.. Values("value", "x", 5), .. Values("numerator", "1e5"), .. Values("denominator", "∞", 6), .. Values("reason", 5, null)], g.Company.Member),
        ("scheduleControlPoint", new { objectiveId = g.Followed.Mine, date = "2026-12-10" }, [.. Values("date", "2026-13-01", "soon", 20261210, null), .. Values("tolerance", "x", 5), ("objectiveId", null)], g.Company.Member),
        ("reportProgress", new { controlPointId = g.PointOf(g.Followed.Colleagues, 4), selfReview = "好", confidence = 3 },
            [.. Values("confidence", "3", 2.5, null), .. Values("selfReview", 5, null), .. Values("minutesSpent", "ten", 1.5), .. Values("actualValue", "x", 5), .. Values("numerator", "x"), .. Values("denominator", "x")], g.Company.Colleague),
        ("followUp", new { progressReportId = g.Followed.Report, guidance = "好" }, [.. Values("guidance", 5, null), ("progressReportId", null)], g.Company.TeamLeader),
        ("raiseDeviation", new { objectiveId = g.Followed.Mine, kind = "LAG", description = "落后" }, [.. Values("kind", "DELAY", "lag", 1, null), .. Values("description", 5, null), .. Values("externalCause", "yes", 1)], g.Company.Member),
        ("routeDeviation", new { deviationId = g.Followed.Lag, route = "OFFICE_MEETING" },
            [.. Values("route", "NOWHERE", "coordinate", 1, null), .. Values("expectedVersion", "7", 1.5), .. Values("externalCause", "no"), .. Values("unitIds", 1.5), .. Values("supervisorId", true), .. Values("note", 5)], g.Company.TeamLeader),
        ("settleDeviation", new { deviationId = g.Followed.Difficulty, agreement = "好" }, [.. Values("agreement", 5, null), ("deviationId", null)], g.Company.Colleague),
        ("scheduleOfficeMeeting", new { unitId = g.Company.Department, level = "DEPARTMENT", date = "2099-01-01" },
            [.. Values("level", "TEAM", "company", 1, null), .. Values("date", "2099-02-29", "someday", 20990101, null), .. Values("attendeeIds", 1.5), ("unitId", null)], g.Company.DepartmentLeader),
        ("holdOfficeMeeting", new { unitId = g.Company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { g.Company.Member.PersonId }, resolutions = Array.Empty<object>() },
            [.. Values("level", "TEAM", null), .. Values("date", "2026-02-29", "", null), .. Values("attendeeIds", 1.5, null), .. Values("resolutions", "x", 5, null), .. Values("meetingId", true)], g.Company.DepartmentLeader),
        ("completeResolution", new { resolutionId = g.Followed.Resolution, note = "已办" }, [.. Values("note", 5, null), ("resolutionId", null)], g.Company.Member),
        ("requestTargetRevision", new { objectiveId = g.Followed.Colleagues, deviationId = g.Followed.Difficulty, externalCause = "停业", evidence = "通知", newTarget = "30" },
            [
                .. Values("newTarget", "abc", "1e3", "", "30.0000001", "1000000000000", 5), .. Values("effectiveFrom", "2026-13", "2026-Q0", "March", 202603), .. Values("phasing", "x", 5), .. Values("externalCause", 5, null),
                .. Values("evidence", true, null), .. Values("workPlanChange", 5), .. Values("deviationId", null, 1.5),
            ],
            g.Company.TeamLeader),
        ("decideTargetRevision", new { revisionId = g.Followed.Revision, approve = true, reason = "好" }, [.. Values("approve", "yes", 1, null), .. Values("reason", 5, null), ("revisionId", null)], g.Company.DepartmentLeader),
        ("withdrawTargetRevision", new { revisionId = g.Followed.Revision, reason = "好" }, [.. Values("reason", 5, null), ("revisionId", null)], g.Company.TeamLeader),
        ("undoTargetRevision", new { revisionId = g.Followed.Revision, reason = "好" }, [.. Values("reason", 5, null), ("revisionId", null)], g.Company.DepartmentLeader),
    ];

    /// <summary>Of how objectives are set together: a whole input, and what its fields cannot be.</summary>
    private static (string Mutation, object Whole, (string Field, JsonNode? Value)[] Changes, Api By)[] Settings(Ground g) =>
    [
        ("publishBriefing", new { cycleId = g.Cycle, unitId = g.Company.Team, kind = "COMPANY_RESULTS", title = "通报", body = "请阅读" },
            [.. Values("kind", "NEWS", "company_results", 1, null), .. Values("title", 5, null), .. Values("body", true, null), .. Values("unitId", null, 1.5), .. Values("objectiveIds", 1.5)], g.Company.Executive),
        ("acknowledgeBriefing", new { briefingId = g.Briefing }, [.. Values("briefingId", null, true)], g.Company.Member),
        ("setSettingApproach", new { cycleId = g.Cycle, unitId = g.Company.Team, approach = "BOTH" }, [.. Values("approach", "SIDEWAYS", "both", 1, null), ("cycleId", null)], g.Company.Hr),
        ("closePeriod", new { cycleId = g.Cycle, period = "2027-01" }, [.. Values("period", "2027-13", "2027-Q5", "2027-1", "27-01", "2027-01-01", "1899", "", 2027, null), .. Values("reason", 5)], g.Company.Hr),
        ("reopenPeriod", new { cycleId = g.Cycle, period = "2027-01", reason = "漏报" }, [.. Values("period", "Jan", 202701, null), .. Values("reason", true)], g.Company.Hr),
        ("applyAllocation", new { parentId = g.Child, dimension = "PERSON", factors = new[] { new { factor = "EQUAL", weight = "1" } } },
            [.. Values("dimension", "CITY", 1, null), .. Values("factors", "EQUAL", null), .. Values("stretchPercent", "x", 5), .. Values("expectedVersion", "7", 1.5), ("parentId", null)], g.Company.TeamLeader),
        ("phaseObjective", new { id = g.Child, method = "EVEN" }, [.. Values("method", "MAGIC", "even", 1, null), .. Values("values", "x", 5), ("id", null)], g.Company.TeamLeader),
        ("negotiate", new { objectiveId = g.Child, kind = "COMMENT", text = "说" }, [.. Values("kind", "SHOUT", "comment", 3, null), .. Values("target", "abc", "1e3", 5), .. Values("text", 5, null)], g.Company.TeamLeader),
        ("grantAuthority", new { objectiveId = g.Child, scope = "折扣", from = "2027-01-01" },
            [.. Values("from", "2027-13-01", 20270101, null), .. Values("until", "soon"), .. Values("limitAmount", "x", 5), .. Values("limitCurrency", "yuan", 5), .. Values("scope", 5, null)], g.Company.DepartmentLeader),
        ("requestSupport", new { objectiveId = g.Child, what = "两人", fromUnitId = g.Company.OtherTeam, neededBy = "2027-06-30" }, [.. Values("neededBy", "2027-06-31", 6, null), .. Values("what", 5, null)], g.Company.TeamLeader),
        ("answerSupport", new { supportRequestId = g.Support, status = "AGREED", answer = "好" }, [.. Values("status", "MAYBE", "agreed", 1, null), .. Values("answer", 5, null)], g.Company.Colleague),
        ("signCommitment", new { objectiveId = g.Child, contentHash = "x" }, [.. Values("contentHash", 5, null), ("objectiveId", null)], g.Company.TeamLeader),
        ("waiveFinding", new { findingId = g.Finding, reason = "可以" }, [.. Values("reason", 5, null), ("findingId", null)], g.Company.DivisionLeader),
        ("repairFinding", new { findingId = g.Finding }, [.. Values("findingId", null, true)], g.Company.TeamLeader),
    ];

    [Theory, OnEachDatabase("setting", "following")]
    public async Task Steps_of_setting_and_following_name_the_field_and_change_nothing(DatabaseKind database, string of)
    {
        var ground = await grounds.OnAsync(database);
        var before = await ground.TracesAsync();
        var faults = new List<string>();
        foreach (var (mutation, given, changes, api) in (of == "setting" ? Settings : (Func<Ground, (string, object, (string, JsonNode?)[], Api)[]>)Followings)(ground))
        {
            var whole = JsonSerializer.SerializeToNode(given)!.AsObject();
            foreach (var (field, value) in changes)
            {
                var input = whole.DeepClone().AsObject();
                Set(input, field, value);
                foreach (var by in (Api[])[api, api.InChinese])
                    faults.AddRange(Faults(await by.MutateAsync(mutation, input, string.Empty), field.Split('.')[^1], by).Select(f => $"{mutation}.{field} = {value?.ToJsonString() ?? "null"}: {f}"));
            }
            var lacking = whole.DeepClone().AsObject();
            var first = lacking.GetAt(0).Key;
            lacking.Remove(first);
            faults.AddRange(Faults(await api.MutateAsync(mutation, lacking, string.Empty), first, api).Select(f => $"{mutation} without {first}: {f}"));
            lacking[first] = new string('x', 1_000_000);
            var reply = await api.MutateAsync(mutation, lacking, string.Empty);
            if ((reply.Status, reply.ErrorCode) != (HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"))
                faults.Add($"{mutation} of a megabyte: {reply.Status} {reply.ErrorCode}");
        }
        faults.ShouldBeEmpty();
        (await ground.TracesAsync()).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task It_names_the_field_speaks_the_callers_language_and_changes_nothing(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var before = await ground.TracesAsync();
        var draft = JsonSerializer.SerializeToNode(ground.Draft, JsonSerializerOptions.Web)!.AsObject();
        var opening = JsonSerializer.SerializeToNode(new { name = "新", year = 2044, start = "2044-01-01", end = "2044-12-31" })!.AsObject();
        var faults = new List<string>();
        foreach (var (mutation, whole, changes, api) in new[] { ("draftObjective", draft, Drafts, ground.Company.TeamLeader), ("openCycle", opening, Openings, ground.Company.Hr) })
        {
            foreach (var (field, value) in changes)
            {
                var input = whole.DeepClone().AsObject();
                input[field] = value?.DeepClone();
                foreach (var by in (Api[])[api, api.InChinese])
                    faults.AddRange(Faults(await by.MutateAsync(mutation, input, string.Empty), field, by).Select(f => $"{mutation}.{field} = {value?.ToJsonString() ?? "null"}: {f}"));
            }
            var lacking = whole.DeepClone().AsObject();
            lacking.Remove(mutation == "openCycle" ? "end" : "target");
            faults.AddRange(Faults(await api.MutateAsync(mutation, lacking, string.Empty), mutation == "openCycle" ? "end" : "target", api));
        }
        faults.ShouldBeEmpty();
        (await ground.TracesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_a_variable_should_look_like_is_said()
    {
        var by = (await grounds.OnAsync(DatabaseKind.Sqlite)).Company.Member;
        foreach (var (type, use, given, english, chinese) in new[]
        {
            ("Decimal", "editObjective(input: { id: \"x\", target: $v })", "1e400", "Write a decimal as a string such as \"1250.5\"", "请以字符串填写小数"),
            ("Period!", "closePeriod(input: { cycleId: \"x\", period: $v })", "2026-13", "Write a year, quarter or month", "请填写年、季度或月份"),
            ("LocalDate!", "scheduleControlPoint(input: { objectiveId: \"x\", date: $v })", "soon", "Write a date such as", "请填写日期"),
            ("CurrencyCode", "grantAuthority(input: { objectiveId: \"x\", scope: \"x\", from: \"2027-01-01\", limitCurrency: $v })", "yuan", "Write three capital letters", "请填写三位大写字母"),
        })
        {
            foreach (var (reader, hint) in new[] { (by, english), (by.InChinese, chinese) })
            {
                var reply = await reader.AskAsync($"mutation($v: {type}) {{ {use} {{ userErrors {{ code }} }} }}", new { v = given });
                reply.ErrorMessage!.ShouldSatisfyAllConditions(m => m.ShouldContain("$v"), m => m.ShouldContain(given), m => m.ShouldContain(hint));
            }
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_text_of_a_megabyte_is_refused_before_it_is_read(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var before = await ground.TracesAsync();
        var megabyte = new string('x', 1_000_000);
        foreach (var by in (Api[])[ground.Company.TeamLeader, ground.Company.TeamLeader.InChinese])
        {
            foreach (var reply in (Reply[])
            [
                await by.MutateAsync("draftObjective", ground.Draft with { Description = megabyte }, string.Empty), await by.MutateAsync("comment", new { subjectId = ground.Child, text = megabyte }, string.Empty),
                await by.AskAsync($"{{ search(text: \"{megabyte}\") {{ totalCount }} }}"),
            ])
            {
                (reply.Status, reply.ErrorCode).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"));
                Languages.IsChinese(reply.ErrorMessage).ShouldBe(by.Language != "en");
                reply.ErrorMessage!.ShouldContain("body");
            }
        }
        (await ground.TracesAsync()).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task Queries_say_which_argument_is_wrong(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        foreach (var (query, code) in new[]
        {
            ("{ goalTree(cycleId: \"x\") { nodeCount } }", "NOT_FOUND"), ($"{{ goalTree(cycleId: \"{ground.Unknown("Cycle")}\") {{ nodeCount cycle {{ id }} }} }}", "NOT_FOUND"),
            ($"{{ goalTree(cycleId: \"{ground.Cycle}\", rootId: \"{ground.Cycle}\") {{ nodeCount }} }}", "NOT_FOUND"), ($"{{ goalTree(cycleId: \"{ground.Cycle}\", unitId: \"\") {{ nodeCount }} }}", "NOT_FOUND"),
            ($"{{ goalTree(cycleId: \"{ground.Cycle}\", asOf: \"yesterday\") {{ nodeCount }} }}", "GRAPHQL_VALIDATION_FAILED"), ($"{{ goalTree(cycleId: \"{ground.Cycle}\", asOf: \"2027-01-01T00:00:00\") {{ nodeCount }} }}", "GRAPHQL_VALIDATION_FAILED"),
            ($"{{ goalTree(cycleId: \"{ground.Cycle}\", depth: \"3\") {{ nodeCount }} }}", "GRAPHQL_VALIDATION_FAILED"), ("{ objectives(filter: { cycleId: \"x\" }) { totalCount } }", "NOT_FOUND"),
            ("{ objectives(filter: { level: [BOSS] }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"), ("{ people(filter: { unitId: \"x\" }) { totalCount } }", "NOT_FOUND"), ("{ auditTrail(by: \"x\") { totalCount } }", "NOT_FOUND"),
            ("{ search(text: \"\") { totalCount } }", "BAD_USER_INPUT"), ("{ people(first: 501) { totalCount } }", "LIMIT_EXCEEDED"), ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"), ("{ viewer {", "GRAPHQL_PARSE_FAILED"),
        })
        {
            foreach (var by in (Api[])[ground.Company.Executive, ground.Company.Executive.InChinese])
            {
                var reply = await by.AskAsync(query);
                reply.Json.TryGetProperty("errors", out _).ShouldBeTrue(query);
                reply.ErrorCode.ShouldBe(code, query);
                Languages.IsChinese(reply.ErrorMessage).ShouldBe(by.Language != "en", $"{query}: {reply.ErrorMessage}");
            }
        }
    }

    /// <summary>What a database may choke on is found nowhere, or told; it is no internal error. Written as in JSON.</summary>
    [Theory, OnEachDatabase("\\u0000", "\\u0007", "\\ud800", "\\udc00\\ud800", "%", "_", "\\\\", "'", "[", "😀", "\u202e")]
    public async Task No_text_makes_a_query_fail(DatabaseKind database, string text)
    {
        var ground = await grounds.OnAsync(database);
        foreach (var query in (string[])["query($t: String!) { search(text: $t) { totalCount } }", "query($t: String!) { objectives(filter: { text: $t }) { totalCount } }", "query($t: String!) { people(filter: { text: $t }) { totalCount } }", "query($t: String!) { customers(filter: { text: $t }) { totalCount } }"])
        {
            var reply = await ground.Company.Executive.AskInWordsAsync($$$"""{"query":"{{{query}}}","variables":{"t":"x{{{text}}}x"}}""");
            if (reply.Json.TryGetProperty("errors", out _))
                reply.ErrorCode.ShouldBe("BAD_USER_INPUT");
            else
                reply.Data.EnumerateObject().Single().Value.Number("totalCount").ShouldBe(0);
        }
    }

    [Theory, OnEachDatabase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "1899-12-31T23:59:59Z")]
    public async Task No_moment_makes_a_query_fail(DatabaseKind database, string moment)
    {
        var ground = await grounds.OnAsync(database);
        foreach (var query in (string[])
        [
            $"query($m: DateTime!) {{ goalTree(cycleId: \"{ground.Cycle}\", asOf: $m) {{ nodeCount nodes {{ title children {{ title }} ancestors {{ title }} }} }} }}", "query($m: DateTime!) { auditTrail(from: $m) { totalCount } }",
            "query($m: DateTime!) { auditTrail(until: $m) { totalCount } }", $"query($m: DateTime!) {{ objective(id: \"{ground.Child}\", asOf: $m) {{ title }} }}",
        ])
        {
            var reply = await ground.Company.Auditor.AskAsync(query, new { m = moment });
            if (reply.Json.TryGetProperty("errors", out _))
                reply.ErrorCode.ShouldBe("BAD_USER_INPUT", reply.Text);
        }
    }

    private static IEnumerable<(string, JsonNode?)> Values(string field, params object?[] values) => values.Select(v => (field, v is null ? null : JsonSerializer.SerializeToNode(v)));

    /// <summary>Of the first entry.</summary>
    private static IEnumerable<(string, JsonNode?)> Entries(string field, params object?[] values) => Values($"actuals.0.{field}", values);

    /// <param name="field">Dotted.</param>
    private static void Set(JsonObject input, string field, JsonNode? value)
    {
        var (at, steps) = ((JsonNode)input, field.Split('.'));
        foreach (var step in steps[..^1])
            at = int.TryParse(step, out var index) ? at[index]! : at[step]!;
        at[steps[^1]] = value?.DeepClone();
    }

    private static IEnumerable<string> Faults(Reply reply, string field, Api by)
    {
        if (!reply.Json.TryGetProperty("errors", out _))
            return [$"no error: {reply.Text}"];
        var faults = new List<string>();
        if (reply.ErrorCode is not ("BAD_USER_INPUT" or "GRAPHQL_VALIDATION_FAILED"))
            faults.Add($"code {reply.ErrorCode}");
        if (!reply.ErrorMessage!.Contains(field, StringComparison.Ordinal))
            faults.Add($"does not name the field: {reply.ErrorMessage}");
        if (Languages.IsChinese(reply.ErrorMessage) != (by.Language != "en") && field != "end")
            faults.Add($"not in {by.Language}: {reply.ErrorMessage}");
        return faults;
    }
}
