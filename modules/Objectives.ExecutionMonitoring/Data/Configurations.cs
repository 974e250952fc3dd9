using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class ActualTable : IEntityTypeConfiguration<Actual>
{
    public void Configure(EntityTypeBuilder<Actual> builder)
    {
        builder.ToTable("actuals").HasKey(a => a.Id);
        builder.Property(a => a.Note).HasMaxLength(Actual.MaxTextLength);
        builder.Property(a => a.EvidenceUrl).HasMaxLength(Actual.MaxUrlLength);
        builder.Property(a => a.CorrectionReason).HasMaxLength(Actual.MaxTextLength);
        builder.HasIndex(a => new { a.ObjectiveId, a.Period }).IsUnique().HasFilter("corrects_id IS NULL");
        builder.HasIndex(a => a.ObjectiveId);
        builder.HasIndex(a => a.CorrectsId).IsUnique().HasFilter("corrects_id IS NOT NULL");
        builder.HasOne<Actual>().WithOne().HasForeignKey<Actual>(a => a.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptMonthTable : IEntityTypeConfiguration<KeptMonth>
{
    public void Configure(EntityTypeBuilder<KeptMonth> builder)
    {
        builder.ToTable("kept_months").HasKey(m => new { m.ObjectiveId, m.Month });
        builder.HasIndex(m => m.CycleId);
        builder.Ignore(m => m.Figure);
    }
}

internal sealed class StaleFiguresTable : IEntityTypeConfiguration<StaleFigures>
{
    public void Configure(EntityTypeBuilder<StaleFigures> builder) => builder.ToTable("stale_figures").HasKey(s => s.Id);
}

internal sealed class CycleFiguresTable : IEntityTypeConfiguration<CycleFigures>
{
    public void Configure(EntityTypeBuilder<CycleFigures> builder) => builder.ToTable("cycle_figures").HasKey(c => c.CycleId);
}
