using Microsoft.EntityFrameworkCore;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.PerformanceLinkage.Domain.Scorecards;
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

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<ScorecardItem> ScorecardItems => Set<ScorecardItem>();

    public DbSet<Rebalance> Rebalances => Set<Rebalance>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<ScoreAdjustment> ScoreAdjustments => Set<ScoreAdjustment>();
}
