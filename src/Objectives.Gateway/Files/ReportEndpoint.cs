using System.Globalization;
using MediatR;
using Objectives.Gateway.SignIn;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Files;

/// <summary>
/// GET /exports/{report}.{csv|xlsx}: a report of <c>reporting</c> as a file, by the field's arguments, under headings in the caller's language.
/// </summary>
internal static class ReportEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, ReportFile report, IMediator mediator, string format)
    {
        try
        {
            var table = report.Open(new(ArgumentsOf(http.Request.Query, report)));
            return await ExportEndpoint.SendAsync(http, format, report.Name, [.. table.Headings.Select(h => h.ToString())], await mediator.Send(table.Rows, http.RequestAborted));
        }
        catch (BadInputException e)
        {
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, e.Errors);
        }
        catch (ApiException e) when (e.Code == ApiErrorCode.NotFound)
        {
            return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [new Error(ErrorCode.NotFound, e.Text, "cycleId")]);
        }
    }

    private static Dictionary<string, object?> ArgumentsOf(IQueryCollection query, ReportFile report)
    {
        var (arguments, errors) = (new Dictionary<string, object?>(), new List<Error>());
        foreach (var (name, values) in query)
        {
            if (!report.Arguments.TryGetValue(name, out var form))
                errors.Add(Error.Invalid(name, new($"This report has no '{name}'; it has {string.Join(", ", report.Arguments.Keys)}.", $"此报表没有“{name}”参数，可用参数：{string.Join("、", report.Arguments.Keys)}。")));
            else if (!TryRead(form, string.Join(',', values.OfType<string>()), out var value))
                errors.Add(Error.Invalid(name, form == ReportArgument.Day ? new("Give a day as 2027-03-31.", "请填写形如 2027-03-31 的日期。") : new("Give true or false.", "请填写 true 或 false。")));
            else if (name.Split('.') is [var group, var field])
                ((Dictionary<string, object?>)(arguments.TryGetValue(group, out var known) ? known! : arguments[group] = new Dictionary<string, object?>()))[field] = value;
            else
                arguments[name] = value;
        }
        errors.AddRange(new[] { "cycleId", "groupBy" }.Where(n => report.Arguments.ContainsKey(n) && !query.ContainsKey(n)).Select(Error.Required));
        return errors.Count == 0 ? arguments : throw new BadInputException(errors);
    }

    private static bool TryRead(ReportArgument form, string text, out object? value)
    {
        var day = default(DateOnly);
        var truth = false;
        var isRead = form switch
        {
            ReportArgument.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day),
            ReportArgument.Flag => bool.TryParse(text, out truth),
            _ => true,
        };
        value = form switch
        {
            ReportArgument.Day => day,
            ReportArgument.Flag => truth,
            ReportArgument.List => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList<object?>(),
            _ => text,
        };
        return isRead;
    }
}
