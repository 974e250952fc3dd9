using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.ExecutionMonitoring.Domain;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class ActualTable : IEntityTypeConfiguration<Actual>
{
    public void Configure(EntityTypeBuilder<Actual> builder)
    {
        builder.ToTable("actuals").HasKey(a => a.Id);
        builder.Property(a => a.Note).HasMaxLength(Actual.MaxTextLength);
        builder.Property(a => a.EvidenceUrl).HasMaxLength(Actual.MaxUrlLength);
        builder.Property(a => a.CorrectionReason).HasMaxLength(Actual.MaxTextLength);
        builder.HasIndex(a => new { a.ObjectiveId, a.Period });
        builder.HasIndex(a => a.CorrectsId).IsUnique().HasFilter("corrects_id IS NOT NULL");
        builder.HasOne<Actual>().WithOne().HasForeignKey<Actual>(a => a.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    }
}
