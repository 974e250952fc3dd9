using Microsoft.EntityFrameworkCore;
using Objectives.Improvement.Domain;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Data;

namespace Objectives.Improvement.Data;

internal sealed class ImprovementDb(DbContextOptions<ImprovementDb> options) : ModuleDb(options, ImprovementModule.Instance)
{
    public DbSet<ImprovementCase> Cases => Set<ImprovementCase>();

    public DbSet<Cause> Causes => Set<Cause>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<Countermeasure> Countermeasures => Set<Countermeasure>();

    public DbSet<ImprovementReport> Reports => Set<ImprovementReport>();

    public DbSet<Verification> Verifications => Set<Verification>();

    public DbSet<PulseAnswer> PulseAnswers => Set<PulseAnswer>();

    public DbSet<PulseReceipt> PulseReceipts => Set<PulseReceipt>();

    public IQueryable<ImprovementCase> WholeCases
        => Cases.Include(c => c.Causes).Include(c => c.Criteria.OrderBy(x => x.Ordinal)).Include(c => c.Countermeasures).Include(c => c.Reports).Include(c => c.Verifications).AsSplitQuery();
}
