using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.ExecutionMonitoring.Domain.Control;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class ControlPointTable : IEntityTypeConfiguration<ControlPoint>
{
    public void Configure(EntityTypeBuilder<ControlPoint> builder)
    {
        builder.ToTable("control_points").HasKey(p => p.Id);
        builder.HasIndex(p => new { p.ObjectiveId, p.Date }).IsUnique();
        builder.HasIndex(p => new { p.CycleId, p.Date });
    }
}

internal sealed class ProgressReportTable : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("progress_reports").HasKey(r => r.Id);
        builder.Property(r => r.SelfReview).HasMaxLength(ProgressReport.MaxTextLength);
        builder.Property(r => r.Difficulties).HasMaxLength(ProgressReport.MaxTextLength);
        builder.Property(r => r.SupportNeeded).HasMaxLength(ProgressReport.MaxTextLength);
        builder.Property(r => r.Guidance).HasMaxLength(ProgressReport.MaxTextLength);
        builder.HasIndex(r => r.ControlPointId).IsUnique();
        builder.HasIndex(r => r.ObjectiveId);
        builder.HasIndex(r => new { r.CycleId, r.Date });
    }
}

internal sealed class MissedControlPointTable : IEntityTypeConfiguration<MissedControlPoint>
{
    public void Configure(EntityTypeBuilder<MissedControlPoint> builder)
    {
        builder.ToTable("missed_control_points").HasKey(m => m.Id);
        builder.HasIndex(m => m.ObjectiveId);
        builder.HasIndex(m => new { m.CycleId, m.MissedOn });
    }
}

internal sealed class CycleControlTable : IEntityTypeConfiguration<CycleControl>
{
    public void Configure(EntityTypeBuilder<CycleControl> builder) => builder.ToTable("cycle_controls").HasKey(c => c.CycleId);
}
