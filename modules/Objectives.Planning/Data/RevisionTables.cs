using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;

namespace Objectives.Planning.Data;

internal sealed class TargetRevisionTable : IEntityTypeConfiguration<TargetRevision>
{
    public void Configure(EntityTypeBuilder<TargetRevision> builder)
    {
        builder.ToTable("target_revisions").HasKey(r => r.Id);
        builder.ComplexProperty(r => r.Before).Property(b => b.Phasing).HasMaxLength(PhasedMonths.MaxLength);
        builder.Property(r => r.NewPhasing).HasMaxLength(PhasedMonths.MaxLength);
        builder.Property(r => r.ExternalCause).HasMaxLength(TargetRevision.MaxTextLength);
        builder.Property(r => r.Evidence).HasMaxLength(TargetRevision.MaxTextLength);
        builder.Property(r => r.WorkPlanChange).HasMaxLength(TargetRevision.MaxTextLength);
        builder.Property(r => r.DecisionReason).HasMaxLength(TargetRevision.MaxTextLength);
        builder.Ignore(r => r.ExemptFromAppraisal);
        builder.HasIndex(r => r.ObjectiveId);
        builder.HasIndex(r => new { r.CycleId, r.Status });
    }
}
