namespace Objectives.Development.Domain.Plans;

/// <summary>How far objectives were at their targets before and after their owners were trained: what was, not what caused it.</summary>
/// <param name="MeanBefore">Null, as is <paramref name="MeanAfter"/>, where one of the two would rest on fewer than <see cref="FewestPoints"/> points.</param>
internal sealed record TrainingEffect(int PointsBefore, int PointsAfter, decimal? MeanBefore, decimal? MeanAfter)
{
    public const int FewestPoints = 2;
    private const int Digits = 4;

    /// <param name="points">One for each month of an objective: the month, the month in which its owner was through, the attainment. That month itself counts to neither side.</param>
    public static TrainingEffect Of(IEnumerable<(DateOnly Month, DateOnly TrainedIn, decimal Attainment)> points)
    {
        var all = points.ToList();
        var (before, after) = (all.FindAll(p => p.Month < p.TrainedIn), all.FindAll(p => p.Month > p.TrainedIn));
        var isEnough = before.Count >= FewestPoints && after.Count >= FewestPoints;
        return new(before.Count, after.Count, isEnough ? Mean(before) : null, isEnough ? Mean(after) : null);
    }

    private static decimal Mean(List<(DateOnly Month, DateOnly TrainedIn, decimal Attainment)> points) => Math.Round(points.Average(p => p.Attainment), Digits, MidpointRounding.AwayFromZero);
}
