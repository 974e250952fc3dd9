using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.Demo;

namespace Objectives.Development.Demo;

/// <summary>Enters how the demo company's people are developed: the catalogue, everyone's readiness and levels, what this and next year's objectives need, and this year's plans in all states.</summary>
internal sealed class DevelopmentDemo(IDbContextFactory<DevelopmentDb> dbs) : IDemoSource
{
    public int Order => 40;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var development = new DemoDevelopment(company);
        AddCatalogue(writer, company, development);
        await writer.FlushAsync(cancellationToken);
        var aims = new Dictionary<(PersonId, int), ObjectiveId>();
        foreach (var cycle in company.Cycles.Where(c => c.Year >= company.Year))
            await AddNeedsAsync(writer, company, cycle, development, aims, progress, cancellationToken);
        foreach (var person in company.People)
        {
            AddReadiness(writer, development.ReadinessOf(person), person);
            var abilities = development.AbilitiesOf(person);
            foreach (var ability in abilities)
                AddAssessment(writer, person, ability.Assessed);
            AddPlan(writer, company, person, abilities, aims);
            if ((person.Index + 1) % 100 == 0)
                progress.Report("development, people", person.Index + 1, company.People.Count);
            await writer.FlushIfFullAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static void AddCatalogue(PastWriter writer, DemoCompany company, DemoDevelopment development)
    {
        var (by, at) = (company.Hr.Id, company.Founded.AddDays(3));
        foreach (var competency in development.Catalogue)
            writer.Add(Competency.Create(competency.Code, competency.Name, competency.Levels, competency.Id), [], "saveCompetency", by, at.AddSeconds(competency.Index));
        foreach (var (i, course) in development.CoursesOffered.Index())
        {
            var made = Course.Create(course.Code, course.Title, course.Provider, course.Hours, course.Competency.Id, course.Reaches, course.MboBasics, course.Id);
            var before = course.After.Select((a, n) => new CoursePrerequisite { Id = company.IdAt(at, course.Id.Value, n), CourseId = course.Id, PrerequisiteId = a.Id }).ToList();
            writer.Add(made, before, "saveCourse", by, at.AddMinutes(1).AddSeconds(i));
        }
    }

    private static async Task AddNeedsAsync(
        PastWriter writer, DemoCompany company, DemoCycle cycle, DemoDevelopment development, Dictionary<(PersonId, int), ObjectiveId> aims, IDemoProgress progress, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var objective in company.Objectives(cycle))
        {
            if (++done % 500 == 0)
                progress.Report($"needs of {cycle.Year}, objectives", done, Math.Max(done, company.GoalCount));
            var needed = development.NeedsOf(objective);
            if (needed.Count == 0)
                continue;
            var (at, id) = (objective.Past[0].At.AddMinutes(20), objective.Id.Value);
            var needs = ObjectiveNeeds.Of(objective.Id, cycle.Id, company.IdAt(at, id, 800));
            var parts = needed.Select((n, i) => new NeededCompetency
            {
                Id = company.IdAt(at, id, 801 + i), NeedsId = needs.Id, ObjectiveId = objective.Id, CycleId = cycle.Id, CompetencyId = n.Assessed.Competency.Id, Level = n.Needed,
            }).ToList();
            writer.Add(needs, parts, "requireCompetencies", objective.Past[0].By.Id, at);
            foreach (var ability in cycle.Year == company.Year ? needed : [])
                aims.TryAdd((objective.Owner.Id, ability.Assessed.Competency.Index), objective.Id);
            await writer.FlushIfFullAsync(cancellationToken);
        }
    }

    private static void AddReadiness(PastWriter writer, DemoReadiness demo, DemoPerson person)
    {
        var readiness = Readiness.Of(person.Id, demo.Id);
        var past = writer.Begin(readiness);
        readiness.Assess(demo.ManagementKnowledge, demo.SelfManagement, demo.Evidence, demo.By.Id, demo.At);
        past.Record("assessReadiness", demo.By.Id, demo.At);
        if (demo.TrainedAt is { } trained)
        {
            readiness.Train(trained);
            past.Record("completeDevelopmentItem", demo.By.Id, trained);
        }
        if (demo is { WaivedBy: { } higher, WaivedAt: { } waived })
        {
            const string reason = "已安排一对一辅导，先行承诺（Coached one to one; may commit already）";
            readiness.Waive(reason, higher.Id, waived);
            past.Record("waiveReadiness", higher.Id, waived, reason);
        }
    }

    private static void AddAssessment(PastWriter writer, DemoPerson person, DemoAssessment demo)
    {
        var source = demo.Source switch { DemoAssessor.Self => CompetencySource.Self, DemoAssessor.Test => CompetencySource.Test, _ => CompetencySource.Leader };
        writer.Add(Assessment.Give(person.Id, demo.Competency.Id, demo.Level, source, "年度能力盘点（Yearly review of abilities）", demo.By.Id, demo.At, demo.Id), [], "assessCompetency", demo.By.Id, demo.At);
    }

    private static void AddPlan(PastWriter writer, DemoCompany company, DemoPerson person, IReadOnlyList<DemoAbility> abilities, Dictionary<(PersonId, int), ObjectiveId> aims)
    {
        var cycle = company.Cycles.Single(c => c.Year == company.Year);
        var demos = abilities.SelectMany(a => a.Items).ToList();
        if (demos.Count == 0)
            return;
        var (coach, planned) = (person.Superior, demos[^1].PlannedAt);
        var plan = DevelopmentPlan.Of(person.Id, cycle.Id, new(company.IdAt(planned, person.Id.Value, 19)));
        var items = demos.ConvertAll(d => DevelopmentItem.Of(plan, TermsOf(d, coach, aims.TryGetValue((person.Id, d.Competency.Index), out var aim) ? aim : null), d.Id));
        var past = writer.Begin(plan);
        past.Record("proposeDevelopmentPlan", person.Id, planned, null, [.. items]);
        var (judge, reached) = (coach ?? company.SecondExecutive, new List<(DemoItem Item, string Result)>());
        foreach (var (demo, item) in demos.Zip(items).OrderBy(p => p.First.EndedAt ?? StartOf(planned)))
            Follow(past, demo, item, person, judge, planned, reached);
        foreach (var (demo, result) in reached)
        {
            writer.Add(
                Assessment.Give(person.Id, demo.Competency.Id, demo.TargetLevel, CompetencySource.Training, result, judge.Id, demo.EndedAt!.Value, company.IdAt(demo.EndedAt.Value, demo.Id.Value, 30)), [], "completeDevelopmentItem", judge.Id,
                demo.EndedAt.Value);
        }
    }

    private static void Follow(PastWriter.Past past, DemoItem demo, DevelopmentItem item, DemoPerson person, DemoPerson judge, DateTimeOffset planned, List<(DemoItem Item, string Result)> reached)
    {
        switch (demo.State)
        {
            case DemoItemState.InProgress:
                item.Start();
                past.Record("startDevelopmentItem", person.Id, StartOf(planned));
                break;
            case DemoItemState.Cancelled:
                item.Cancel(demo.EndedAt!.Value);
                past.Record("cancelDevelopmentItem", person.Id, demo.EndedAt.Value, "岗位调整，不再需要（Another post: no longer needed）");
                break;
            case DemoItemState.Passed or DemoItemState.Failed:
                var passed = demo.State == DemoItemState.Passed;
                var result = passed ? "考核通过，现场操作符合标准（Passed; works to the standard）" : "理论通过，实操未达标（Theory passed, practice not yet）";
                item.Complete(passed, result, demo.EndedAt!.Value);
                past.Record("completeDevelopmentItem", judge.Id, demo.EndedAt.Value);
                if (passed)
                    reached.Add((demo, result));
                break;
        }
    }

    private static DateTimeOffset StartOf(DateTimeOffset planned) => planned.AddHours(20);

    private static ItemTerms TermsOf(DemoItem demo, DemoPerson? coach, ObjectiveId? aim) => demo.Course is { } course
        ? new(DevelopmentItemKind.Course, course.Title, course.Id, null, demo.Competency.Id, demo.TargetLevel, aim, demo.Due)
        : coach is not null
            ? new(DevelopmentItemKind.Coaching, $"辅导（Coaching）：{demo.Competency.Name}", null, coach.Id, demo.Competency.Id, demo.TargetLevel, aim, demo.Due)
            : new(DevelopmentItemKind.OnTheJob, $"在岗实践（On the job）：{demo.Competency.Name}", null, null, demo.Competency.Id, demo.TargetLevel, aim, demo.Due);
}
