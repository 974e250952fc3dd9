using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

internal sealed class UnitApproachTable : IEntityTypeConfiguration<UnitApproach>
{
    public void Configure(EntityTypeBuilder<UnitApproach> builder)
    {
        builder.ToTable("unit_approaches").HasKey(a => new { a.UnitId, a.CycleId });
        builder.Ignore(a => a.Root);
        builder.HasIndex(a => a.CycleId);
        builder.HasOne<Cycle>().WithMany().HasForeignKey(a => a.CycleId).OnDelete(DeleteBehavior.Restrict);
    }
}
