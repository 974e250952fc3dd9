using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.PerformanceLinkage.Domain.Scoring;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class ScoringRuleTable : IEntityTypeConfiguration<ScoringRule>
{
    public void Configure(EntityTypeBuilder<ScoringRule> builder)
    {
        builder.ToTable("scoring_rules").HasKey(r => r.Id);
        builder.Ignore(r => r.Terms);
        builder.Property(r => r.Name).HasMaxLength(ScoringRule.MaxNameLength);
        builder.Property(r => r.Bands).HasMaxLength(ScoreBands.MaxLength).IsUnicode(false);
        builder.HasIndex(r => r.Name).IsUnique();
    }
}
