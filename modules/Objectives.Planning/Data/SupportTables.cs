using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

internal sealed class SupportRequestTable : IEntityTypeConfiguration<SupportRequest>
{
    public void Configure(EntityTypeBuilder<SupportRequest> builder)
    {
        builder.ToTable("support_requests").HasKey(r => r.Id);
        builder.Ignore(r => r.Root);
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.IsCountedOn);
        builder.Ignore(r => r.AsSigned);
        builder.Property(r => r.What).HasMaxLength(SupportRequest.MaxTextLength);
        builder.Property(r => r.Answer).HasMaxLength(SupportRequest.MaxTextLength);
        builder.HasIndex(r => r.ObjectiveId);
        builder.HasIndex(r => new { r.FromUnitId, r.Status });
        builder.HasIndex(r => new { r.FromPersonId, r.Status });
        builder.HasOne<Objective>().WithMany().HasForeignKey(r => r.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}
