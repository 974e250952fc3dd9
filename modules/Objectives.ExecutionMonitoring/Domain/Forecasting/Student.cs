namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>The 90 % quantile of Student's t distribution: those of the tables, and from there on an approximation that is good to a hundredth.</summary>
internal static class Student
{
    private static readonly double[] Tables90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372];

    /// <param name="freedom">Degrees of freedom, from 1.</param>
    public static double At90(int freedom) => freedom <= Tables90.Length ? Tables90[freedom - 1] : 1.282 + (0.87 / freedom);
}
