using Microsoft.EntityFrameworkCore;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class PerformanceLinkageDb(DbContextOptions<PerformanceLinkageDb> options) : ModuleDb(options, PerformanceLinkageModule.Instance)
{
    public DbSet<ScoringRule> ScoringRules => Set<ScoringRule>();
}
