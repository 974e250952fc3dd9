using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>How a target divides between one's own, the team's and the company's results (S5.5): basis points that make up 10,000.</summary>
internal readonly record struct Shares(int Individual, int Team, int Company)
{
    public const int Whole = 10_000;
    private const int PerPercent = 100;

    public static decimal Percent(int share) => share / (decimal)PerPercent;

    /// <summary>Reads per cents with at most two decimals.</summary>
    /// <remarks>Fails with INVALID (out of bounds, or finer), WEIGHTS_NOT_100.</remarks>
    public static Result<Shares> Read(decimal individual, decimal team, decimal company)
    {
        List<Error> errors = [];
        int ReadOne(decimal percent, string field)
        {
            var points = percent * PerPercent;
            if (points is < 0 or > Whole || points != decimal.Truncate(points))
            {
                errors.Add(Error.Invalid(field, new("From 0 to 100, with at most two decimals.", "应在 0 至 100 之间，最多两位小数。")));
                return 0;
            }
            return (int)points;
        }

        var shares = new Shares(ReadOne(individual, "individualShare"), ReadOne(team, "teamShare"), ReadOne(company, "companyShare"));
        if (errors.Count > 0)
            return Result<Shares>.Failure(errors);
        var total = individual + team + company;
        return total == Percent(Whole)
            ? shares
            : new Error(
                ErrorCode.WeightsNot100, new($"The three shares make up {total:0.##} %, not 100 %.", $"三项占比合计为 {total:0.##}%，应为 100%。"), "individualShare",
                new Dictionary<string, object?> { ["total"] = total });
    }
}
