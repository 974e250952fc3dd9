using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>Where a control point stands in a cycle's: by date, then by its objective's code, bytewise. An objective has one point on a day.</summary>
internal readonly record struct ControlCursor(DateOnly Date, string Code)
{
    private const string DateForm = "yyyyMMdd";

    public static ControlCursor? Read(string? after)
    {
        if (after is null)
            return null;
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));
            if (text.Length > DateForm.Length && DateOnly.TryParseExact(text.AsSpan(0, DateForm.Length), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return new(date, text[DateForm.Length..]);
        }
        catch (FormatException)
        {
            // Told below, as any other cursor that is not of this list.
        }
        throw new ApiException(ApiErrorCode.BadUserInput, new("'after' is no cursor of this list.", "“after”不是此列表的游标。"));
    }

    public bool IsAfter(ControlCursor other) => Date != other.Date ? Date > other.Date : string.CompareOrdinal(Code, other.Code) > 0;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Date.ToString(DateForm, CultureInfo.InvariantCulture) + Code));
}
