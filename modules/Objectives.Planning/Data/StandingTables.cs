using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Data;

internal sealed class KnownStandingTable : IEntityTypeConfiguration<KnownStanding>
{
    public void Configure(EntityTypeBuilder<KnownStanding> builder) => builder.ToTable("known_standings").HasKey(s => s.ObjectiveId);
}
