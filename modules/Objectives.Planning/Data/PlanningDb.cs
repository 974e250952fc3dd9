using Mapster;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Domain.Projects;
using Objectives.Platform.Data;

namespace Objectives.Planning.Data;

internal sealed class PlanningDb(DbContextOptions<PlanningDb> options) : ModuleDb(options, PlanningModule.Instance)
{
    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<CycleTree> CycleTrees => Set<CycleTree>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<StrategyElement> StrategyElements => Set<StrategyElement>();

    public DbSet<Objective> Objectives => Set<Objective>();

    public DbSet<ObjectiveVersion> ObjectiveVersions => Set<ObjectiveVersion>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<UnitApproach> UnitApproaches => Set<UnitApproach>();

    public DbSet<NegotiationEntry> NegotiationEntries => Set<NegotiationEntry>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<AuthorityGrant> AuthorityGrants => Set<AuthorityGrant>();

    public DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<KnownStanding> KnownStandings => Set<KnownStanding>();

    public DbSet<Domain.Revisions.TargetRevision> TargetRevisions => Set<Domain.Revisions.TargetRevision>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<FindingWaiver> FindingWaivers => Set<FindingWaiver>();

    public DbSet<LikenessKey> LikenessKeys => Set<LikenessKey>();

    /// <summary>The objectives that this transaction changes, and what else it changes of them, for what follows from it.</summary>
    public ChangedObjectives ChangedObjectives { get; } = new();

    /// <summary>
    /// Takes the trees of the objectives that are changed, so that what follows from the change, such as findings, is worked out by one transaction after the other;
    /// closes the newest version row of each changed objective and opens the next, so that any past day can be read (architecture: the past is kept); what stands below
    /// one that moved moves at the same instant.
    /// </summary>
    protected override async Task BeforeCommitAsync(IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await this.VoidOutdatedAsync(changed, now, cancellationToken);

        ChangedObjectives.Note(changed);
        foreach (var cycleId in ChangedObjectives.Cycles)
            await this.HoldTreeAsync(cycleId, cancellationToken);
        foreach (var rollUp in ChangedObjectives.RollUps)
            Raise(rollUp);
        await TellOfTermsAsync(cancellationToken);
        foreach (var entry in changed.Where(e => e.Entity is Objective))
        {
            var objective = (Objective)entry.Entity;
            if (entry.State == EntityState.Modified)
            {
                var last = new ObjectiveVersion { ObjectiveId = objective.ObjectiveId, ValidFrom = objective.StateFrom };
                ObjectiveVersions.Attach(last).Entity.ValidUntil = now;
                var (path, depth) = (Entry(objective).Property(o => o.Path).OriginalValue, Entry(objective).Property(o => o.Depth).OriginalValue);
                if (path != objective.Path)
                    await this.MoveBelowAsync(objective.CycleId, path, objective.Path, objective.Depth - depth, now, cancellationToken);
            }
            ObjectiveVersions.Add(OpenVersion(objective, now));
        }
    }

    /// <summary>Of cycles that are carried out: nobody follows the others. Their trees are held, as they are by whoever moves a cycle on.</summary>
    private async Task TellOfTermsAsync(CancellationToken cancellationToken)
    {
        var terms = ChangedObjectives.Terms.ToDictionary(t => t.CycleId);
        if (terms.Count == 0)
            return;
        var cycles = terms.Keys.ToList();
        foreach (var followed in await Cycles.Where(c => EF.Parameter(cycles).Contains(c.Id) && (c.Status == CycleStatus.Execution || c.Status == CycleStatus.Appraisal)).Select(c => c.Id).ToListAsync(cancellationToken))
            Raise(terms[followed]);
    }

    /// <summary>The row of the version that the change being written makes.</summary>
    internal static ObjectiveVersion OpenVersion(Objective objective, DateTimeOffset now)
    {
        objective.MarkStateFrom(now);
        var version = objective.Adapt<ObjectiveVersion>();
        version.Version = objective.Version + 1;
        version.ValidFrom = now;
        return version;
    }
}
