using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class ExecutionMonitoringDb(DbContextOptions<ExecutionMonitoringDb> options) : ModuleDb(options, ExecutionMonitoringModule.Instance)
{
    public DbSet<Actual> Actuals => Set<Actual>();

    public DbSet<KeptMonth> KeptMonths => Set<KeptMonth>();

    public DbSet<StaleFigures> StaleFigures => Set<StaleFigures>();

    public DbSet<CycleFigures> CycleFigures => Set<CycleFigures>();

    public DbSet<ControlPoint> ControlPoints => Set<ControlPoint>();

    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();

    public DbSet<MissedControlPoint> MissedControlPoints => Set<MissedControlPoint>();

    public DbSet<CycleControl> CycleControls => Set<CycleControl>();

    public DbSet<Standing> Standings => Set<Standing>();

    public DbSet<PastStanding> PastStandings => Set<PastStanding>();

    public DbSet<PeriodFigure> PeriodFigures => Set<PeriodFigure>();

    public DbSet<StaleStanding> StaleStandings => Set<StaleStanding>();

    public DbSet<CycleStandings> CycleStandings => Set<CycleStandings>();

    public DbSet<Deviation> Deviations => Set<Deviation>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<CoordinatedUnit> CoordinatedUnits => Set<CoordinatedUnit>();

    public DbSet<KeptEffect> Effects => Set<KeptEffect>();

    public DbSet<OfficeMeeting> OfficeMeetings => Set<OfficeMeeting>();

    public DbSet<Attendee> Attendees => Set<Attendee>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    /// <summary>Whatever is recorded marks the figures that follow from it.</summary>
    protected override Task BeforeCommitAsync(IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        StaleFigures.AddRange(changed.Select(e => e.Entity).OfType<Actual>().Select(a => a.ObjectiveId).Distinct().Select(Domain.Progress.StaleFigures.Of));
        return Task.CompletedTask;
    }
}
