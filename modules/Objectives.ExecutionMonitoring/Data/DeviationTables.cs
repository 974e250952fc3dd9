using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class StandingTable : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.ToTable("standings").HasKey(s => s.ObjectiveId);
        builder.HasIndex(s => new { s.CycleId, s.UnitId });
    }
}

internal sealed class PastStandingTable : IEntityTypeConfiguration<PastStanding>
{
    public void Configure(EntityTypeBuilder<PastStanding> builder)
    {
        builder.ToTable("past_standings").HasKey(s => new { s.ObjectiveId, s.From });
        builder.HasIndex(s => new { s.CycleId, s.Until });
    }
}

internal sealed class PeriodFigureTable : IEntityTypeConfiguration<PeriodFigure>
{
    public void Configure(EntityTypeBuilder<PeriodFigure> builder)
    {
        builder.ToTable("period_figures").HasKey(f => new { f.ObjectiveId, f.Period, f.From });
        builder.Property(f => f.Period).HasMaxLength(7).IsUnicode(false).HasAnnotation(ModelConventions.Bytewise, true);
        builder.HasIndex(f => new { f.CycleId, f.Granularity, f.Until });
    }
}

internal sealed class StaleStandingTable : IEntityTypeConfiguration<StaleStanding>
{
    public void Configure(EntityTypeBuilder<StaleStanding> builder)
    {
        builder.ToTable("stale_standings").HasKey(s => s.Id);
        builder.HasIndex(s => s.CycleId);
    }
}

internal sealed class CycleStandingsTable : IEntityTypeConfiguration<CycleStandings>
{
    public void Configure(EntityTypeBuilder<CycleStandings> builder) => builder.ToTable("cycle_standings").HasKey(s => s.CycleId);
}

internal sealed class DeviationTable : IEntityTypeConfiguration<Deviation>
{
    public void Configure(EntityTypeBuilder<Deviation> builder)
    {
        builder.ToTable("deviations").HasKey(d => d.Id);
        builder.Property(d => d.Description).HasMaxLength(Deviation.MaxTextLength);
        builder.Property(d => d.RouteNote).HasMaxLength(Deviation.MaxTextLength);
        builder.Ignore(d => d.AwaitsMeeting);
        builder.Ignore(d => d.AwaitsDecision);
        builder.HasIndex(d => d.ObjectiveId);
        builder.HasIndex(d => new { d.CycleId, d.Status });
        builder.HasIndex(d => d.MeetingId);
    }
}

internal sealed class SettlementTable : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.ToTable("settlements").HasKey(s => s.Id);
        builder.Property(s => s.Agreement).HasMaxLength(Deviation.MaxTextLength);
        builder.HasIndex(s => new { s.DeviationId, s.Round, s.ByOwner }).IsUnique();
    }
}

internal sealed class CoordinatedUnitTable : IEntityTypeConfiguration<CoordinatedUnit>
{
    public void Configure(EntityTypeBuilder<CoordinatedUnit> builder)
    {
        builder.ToTable("coordinated_units").HasKey(u => u.Id);
        builder.HasIndex(u => new { u.DeviationId, u.UnitId }).IsUnique();
    }
}

internal sealed class KeptEffectTable : IEntityTypeConfiguration<KeptEffect>
{
    public void Configure(EntityTypeBuilder<KeptEffect> builder) => builder.ToTable("effects").HasKey(e => new { e.DeviationId, e.ObjectiveId });
}

internal sealed class OfficeMeetingTable : IEntityTypeConfiguration<OfficeMeeting>
{
    public void Configure(EntityTypeBuilder<OfficeMeeting> builder)
    {
        builder.ToTable("office_meetings").HasKey(m => m.Id);
        builder.HasIndex(m => m.Date);
    }
}

internal sealed class AttendeeTable : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> builder)
    {
        builder.ToTable("attendees").HasKey(a => a.Id);
        builder.HasIndex(a => new { a.MeetingId, a.PersonId }).IsUnique();
    }
}

internal sealed class ResolutionTable : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("resolutions").HasKey(r => r.Id);
        builder.Property(r => r.Text).HasMaxLength(OfficeMeeting.MaxTextLength);
        builder.Property(r => r.DoneNote).HasMaxLength(OfficeMeeting.MaxTextLength);
        builder.Ignore(r => r.Done);
        builder.HasIndex(r => r.MeetingId);
        builder.HasIndex(r => r.DeviationId);
        builder.HasIndex(r => r.ResponsibleId);
    }
}
