using System.Globalization;
using System.Text;
using System.Text.Json;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Features.Notifications;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Platform.Mail;

/// <summary>Puts what people were told into words of their language, as plain text with a link to each thing.</summary>
internal sealed class Letters(ApiBuilder api, MailOptions options)
{
    private const int MaxSubject = 150;
    private const int MaxBody = 2000;

    public Letter Write(OutgoingMail mail, Correspondent to, IReadOnlyList<Notification> told)
    {
        var culture = CultureInfo.GetCultureInfo(to.Locale == Locale.ZhCn ? "zh-CN" : "en");
        var text = new StringBuilder();
        var said = told.Select(n => (n.SubjectType, n.SubjectId, Text: Say(n, culture))).ToList();
        foreach (var (type, id, (title, body)) in said)
        {
            text.AppendLine(title);
            if (body.Length > 0)
                text.AppendLine(body);
            text.AppendLine(Link("go/" + GlobalId.Encode(type, id))).AppendLine();
        }
        text.AppendLine("--").AppendLine(Footer.In(culture));
        var subject = mail.DigestOf is { } day
            ? new Text($"{said.Count} notifications, {day.InEnglish()}", $"{day.InChinese()} 的 {said.Count} 条通知").In(culture)
            : said[0].Text.Title;
        return new(mail.Id, to.Name, to.Email, subject.Length > MaxSubject ? subject[..MaxSubject] + "…" : subject, text.ToString());
    }

    private Text Footer => new(
        $"Your day: {Link("my-day")}\nHow often you get such mail you choose on the page, in the menu behind your name.",
        $"我的一天：{Link("my-day")}\n可在页面右上角您的姓名菜单中选择接收邮件的频率。");

    private string Link(string place) => options.PageAddress.TrimEnd('/') + "/" + place;

    private (string Title, string Body) Say(Notification notification, CultureInfo culture)
    {
        if (!api.Notifications.TryGetValue(notification.Kind, out var kind))
            return (notification.Kind, string.Empty);
        var arguments = new NotificationArguments(JsonSerializer.Deserialize<Dictionary<string, string>>(notification.Arguments)!);
        var (title, body) = (kind.Title(arguments).In(culture).ReplaceLineEndings(" ").Trim(), kind.Body(arguments).In(culture).Trim());
        return (title, body.Length > MaxBody ? body[..MaxBody] + "…" : body);
    }
}
