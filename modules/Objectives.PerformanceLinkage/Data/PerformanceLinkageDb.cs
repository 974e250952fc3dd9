using Microsoft.EntityFrameworkCore;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class PerformanceLinkageDb(DbContextOptions<PerformanceLinkageDb> options) : ModuleDb(options, PerformanceLinkageModule.Instance)
{
    public DbSet<ScoringRule> ScoringRules => Set<ScoringRule>();

    public DbSet<IncentiveScheme> IncentiveSchemes => Set<IncentiveScheme>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<FinalAward> FinalAwards => Set<FinalAward>();

    public DbSet<Recognition> Recognitions => Set<Recognition>();

    public DbSet<LoggedReading> LoggedReadings => Set<LoggedReading>();
}
