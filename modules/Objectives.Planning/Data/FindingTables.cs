using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;

namespace Objectives.Planning.Data;

/// <summary>Under which keys an objective is looked for among those that may say the same (S6.4).</summary>
internal sealed class LikenessKey
{
    public required long Key { get; init; }

    public required Contracts.Planning.ObjectiveId ObjectiveId { get; init; }
}

internal sealed class LikenessKeyTable : IEntityTypeConfiguration<LikenessKey>
{
    public void Configure(EntityTypeBuilder<LikenessKey> builder)
    {
        builder.ToTable("likeness_keys").HasKey(k => new { k.Key, k.ObjectiveId });
        builder.HasIndex(k => k.ObjectiveId);
    }
}

internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("findings").HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.ObjectiveId);
        builder.HasIndex(f => new { f.CycleId, f.Kind });
        builder.HasIndex(f => new { f.CycleId, f.Rank });
        builder.HasOne<Objective>().WithMany().HasForeignKey(f => f.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FindingWaiverTable : IEntityTypeConfiguration<FindingWaiver>
{
    public void Configure(EntityTypeBuilder<FindingWaiver> builder)
    {
        builder.ToTable("finding_waivers").HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Reason).HasMaxLength(FindingWaiver.MaxReasonLength);
    }
}
