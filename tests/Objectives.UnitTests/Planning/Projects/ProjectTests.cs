using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Projects;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Planning.Projects;

[Trait("Clause", "S5.3")]
public sealed class ProjectTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);

    private static readonly Gen<(DateOnly Start, DateOnly Due, int PercentComplete)[]> Lines =
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 700], Gen.Frequency((3, Gen.Int[0, 100]), (1, Gen.Const(100)), (1, Gen.Const(0)))).Select((start, length, percent) => (Day.AddDays(start), Day.AddDays(start + length), percent)).Array[1, 200];

    [Fact]
    public void Its_per_cent_is_the_mean_by_days_cut_to_a_whole()
        => Lines.Sample(lines =>
        {
            var whole = lines.SelectMany(l => Enumerable.Repeat((decimal)l.PercentComplete, l.Due.DayNumber - l.Start.DayNumber + 1)).ToList();
            var mean = whole.Sum() / whole.Count;
            var percent = Project.PercentCompleteOf(lines);
            return percent <= mean && mean < percent + 1;
        });

    [Fact]
    public void It_is_complete_only_when_all_are_and_grows_with_each()
        => Gen.Select(Lines, Gen.Int[0, 199], Gen.Int[0, 100]).Sample((lines, which, more) =>
        {
            var percent = Project.PercentCompleteOf(lines);
            var further = lines.Select((l, i) => i == which % lines.Length ? l with { PercentComplete = Math.Max(l.PercentComplete, more) } : l).ToArray();
            return percent == 100 == lines.All(l => l.PercentComplete == 100)
                && percent >= lines.Min(l => l.PercentComplete) && percent <= lines.Max(l => l.PercentComplete) && Project.PercentCompleteOf(further) >= percent;
        });

    [Fact]
    public void Without_milestones_it_is_not_begun() => Project.PercentCompleteOf([]).ShouldBe(0);

    [Fact]
    public void A_long_milestone_weighs_more_than_a_short_one()
        => Project.PercentCompleteOf([(Day, Day.AddDays(89), 50), (Day, Day.AddDays(9), 100)]).ShouldBe(55);

    /// <summary>Whatever is asked of a project: nothing waits for itself, and nothing is complete before what it waits for.</summary>
    [Fact]
    public void No_series_of_changes_closes_a_circle_or_completes_what_waits()
        => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 19], Gen.Int[0, 19].Array[0, 4], Gen.OneOf(Gen.Const(100), Gen.Int[0, 100])).Array[1, 80].Sample(steps =>
        {
            var project = NewProject();
            foreach (var (kind, which, waitsFor, percent) in steps)
            {
                var known = project.Milestones;
                var content = Content([.. waitsFor.Where(w => w < known.Count).Select(w => known[w].Id)], percent);
                if (kind == 0 || known.Count == 0)
                    project.Add(content);
                else if (kind == 3 && which % 3 == 0)
                    project.Remove(known[which % known.Count]);
                else
                    project.Change(known[which % known.Count], content);
                if (!IsSound(project))
                    return false;
            }
            return true;
        });

    [Fact]
    public void What_waits_cannot_be_complete_first()
    {
        var project = NewProject();
        var first = project.Add(Content([], 90)).Value;
        Refused(project.Add(Content([first.Id], 100)), ErrorCode.ForbiddenByState, "percentComplete");
        var second = project.Add(Content([first.Id], 99)).Value;
        Refused(project.Change(second, Content([first.Id], 100)), ErrorCode.ForbiddenByState, "percentComplete");
        project.Change(first, Content([], 100)).IsSuccess.ShouldBeTrue();
        project.Change(second, Content([first.Id], 100)).IsSuccess.ShouldBeTrue();
        Refused(project.Change(first, Content([], 80)), ErrorCode.ForbiddenByState, "percentComplete");
        Refused(project.Change(second, Content([project.Add(Content([], 5)).Value.Id], 100)), ErrorCode.ForbiddenByState, "percentComplete");
    }

    [Fact]
    public void A_circle_is_named_step_by_step()
    {
        var project = NewProject();
        var (a, b) = (project.Add(Content([], 0) with { Name = "选址" }).Value, project.Add(Content([], 0) with { Name = "装修" }).Value);
        project.Change(b, MilestoneContent.Of(b) with { DependsOn = [a.Id] }).IsSuccess.ShouldBeTrue();
        Refused(project.Change(a, MilestoneContent.Of(a) with { DependsOn = [b.Id] }), ErrorCode.CycleInTree, "dependsOn").Message.English.ShouldContain("选址 → 装修 → 选址");
        Refused(project.Change(a, MilestoneContent.Of(a) with { DependsOn = [a.Id] }), ErrorCode.CycleInTree, "dependsOn").Message.English.ShouldContain("选址 → 选址");
    }

    [Fact]
    public void It_depends_only_on_milestones_of_its_own_project()
        => Refused(NewProject().Add(Content([NewProject().Add(Content([], 0)).Value.Id], 0)), ErrorCode.NotFound, "dependsOn.0");

    [Fact]
    public void There_are_at_most_two_hundred()
    {
        var project = NewProject();
        for (var i = 0; i < 200; i++)
            project.Add(Content([], 0)).IsSuccess.ShouldBeTrue();
        Refused(project.Add(Content([], 0)), ErrorCode.LimitExceeded, "objectiveId");
    }

    [Fact]
    public void What_says_the_same_again_is_no_new_version()
    {
        var project = NewProject();
        var milestone = project.Add(Content([], 10)).Value;
        project.Change(milestone, MilestoneContent.Of(milestone)).IsSuccess.ShouldBeTrue();
        milestone.Version.ShouldBe(1);
        project.Change(milestone, MilestoneContent.Of(milestone) with { PercentComplete = 20 }).IsSuccess.ShouldBeTrue();
        milestone.Version.ShouldBe(2);
    }

    private static bool IsSound(Project project)
    {
        var settled = new HashSet<MilestoneId>();
        for (var before = -1; before < settled.Count;)
        {
            before = settled.Count;
            settled.UnionWith(project.Milestones.Where(m => m.WaitsFor.All(settled.Contains)).Select(m => m.Id));
        }
        return settled.Count == project.Milestones.Count && project.Milestones.Where(m => m.IsComplete).All(m => m.WaitsFor.All(w => project.Find(w)!.IsComplete));
    }

    private static Error Refused(Result result, ErrorCode code, string field)
    {
        result.IsSuccess.ShouldBeFalse();
        (result.Errors[0].Code, result.Errors[0].Field).ShouldBe((code, field));
        return result.Errors[0];
    }

    private static Project NewProject() => Project.Begin(ObjectiveId.New(), "项目", PersonId.New());

    private static MilestoneContent Content(IReadOnlyList<MilestoneId> dependsOn, int percent) => new("节点", PersonId.New(), Day, Day.AddDays(9), dependsOn, percent);
}
