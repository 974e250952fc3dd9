using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

internal sealed class BriefingTable : IEntityTypeConfiguration<Briefing>
{
    public void Configure(EntityTypeBuilder<Briefing> builder)
    {
        builder.ToTable("briefings").HasKey(b => b.Id);
        builder.Property(b => b.Title).HasMaxLength(Briefing.MaxTitleLength);
        builder.Property(b => b.Body).HasMaxLength(Briefing.MaxBodyLength);
        builder.HasIndex(b => new { b.CycleId, b.UnitId, b.Kind });
        builder.HasIndex(b => new { b.CycleId, b.PublishedAt });
        builder.HasOne<Cycle>().WithMany().HasForeignKey(b => b.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AcknowledgementTable : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("acknowledgements").HasKey(a => a.Id);
        builder.HasIndex(a => new { a.BriefingId, a.PersonId }).IsUnique();
        builder.HasIndex(a => a.PersonId);
        builder.HasOne<Briefing>().WithMany().HasForeignKey(a => a.BriefingId).OnDelete(DeleteBehavior.Restrict);
    }
}
