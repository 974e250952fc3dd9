using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Domain.Scoring;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class ScorecardTable : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> builder)
    {
        builder.ToTable("scorecards").HasKey(s => s.Id);
        builder.HasIndex(s => new { s.CycleId, s.PersonId }).IsUnique();
        builder.HasIndex(s => new { s.PersonId, s.Status });
        builder.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.ScorecardId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(s => s.Rebalances).WithOne().HasForeignKey(r => r.ScorecardId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScorecardItemTable : IEntityTypeConfiguration<ScorecardItem>
{
    public void Configure(EntityTypeBuilder<ScorecardItem> builder)
    {
        builder.ToTable("scorecard_items").HasKey(i => i.Id);
        builder.Ignore(i => i.Root);
        builder.Ignore(i => i.IsActive);
        builder.HasIndex(i => new { i.ScorecardId, i.ObjectiveId }).IsUnique();
        builder.HasIndex(i => i.ObjectiveId);
        builder.HasOne<ScoringRule>().WithMany().HasForeignKey(i => i.RuleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RebalanceTable : IEntityTypeConfiguration<Rebalance>
{
    public void Configure(EntityTypeBuilder<Rebalance> builder)
    {
        builder.ToTable("rebalances").HasKey(r => r.Id);
        builder.Ignore(r => r.Root);
        builder.Ignore(r => r.IsPending);
        builder.Property(r => r.Before).HasMaxLength(ItemWeights.MaxLength).IsUnicode(false);
        builder.Property(r => r.Proposed).HasMaxLength(ItemWeights.MaxLength).IsUnicode(false);
        builder.Property(r => r.After).HasMaxLength(ItemWeights.MaxLength).IsUnicode(false);
        builder.Property(r => r.Reason).HasMaxLength(Rebalance.MaxReasonLength);
        builder.HasIndex(r => r.ScorecardId);
        builder.HasIndex(r => r.Status);
    }
}

internal sealed class AppraisalTable : IEntityTypeConfiguration<Appraisal>
{
    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.ToTable("appraisals").HasKey(a => a.Id);
        builder.HasIndex(a => a.ScorecardId).IsUnique();
        builder.Property(a => a.SelfReview).HasMaxLength(Appraisal.MaxReviewLength);
        builder.Property(a => a.LeaderReview).HasMaxLength(Appraisal.MaxReviewLength);
        builder.Property(a => a.Grade).HasMaxLength(Appraisal.MaxGradeLength);
        builder.Property(a => a.CalibrationNote).HasMaxLength(Appraisal.MaxNoteLength);
        builder.Property(a => a.Dispute).HasMaxLength(Appraisal.MaxNoteLength);
        builder.Property(a => a.DisputeResolution).HasMaxLength(Appraisal.MaxNoteLength);
        builder.HasOne<Scorecard>().WithMany().HasForeignKey(a => a.ScorecardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Adjustments).WithOne().HasForeignKey(a => a.AppraisalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ScoreAdjustmentTable : IEntityTypeConfiguration<ScoreAdjustment>
{
    public void Configure(EntityTypeBuilder<ScoreAdjustment> builder)
    {
        builder.ToTable("score_adjustments").HasKey(a => a.Id);
        builder.Ignore(a => a.Root);
        builder.Property(a => a.Reason).HasMaxLength(ScoreAdjustment.MaxReasonLength);
    }
}
