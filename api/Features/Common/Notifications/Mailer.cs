using MailKit.Net.Smtp;
using MailKit.Security;
using Mentoring.Api.Hosting;
using MimeKit;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>How e-mail leaves the product: the section <c>Mail</c> of the configuration.</summary>
public sealed record MailOptions
{
    /// <summary>Without it no e-mail is sent, save into a folder.</summary>
    public string? Host { get; init; }

    /// <summary>Where e-mails are written instead, one file each, for developers to open; from the checkout, or absolute.</summary>
    public string? Folder { get; init; }
    public int Port { get; init; } = 587;

    /// <summary>One of MailKit's: Auto, None, SslOnConnect, StartTls, StartTlsWhenAvailable.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.Auto;
    public string? User { get; init; }
    public string? Password { get; init; }
    public string From { get; init; } = "Наставничество <noreply@localhost>";

    /// <summary>Where the web client is, for the links in e-mails.</summary>
    public string? Address { get; init; }
}

/// <summary>Hands e-mails to the mail server of the deployment.</summary>
public sealed partial class Mailer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly MailOptions _options;
    readonly string? _folder;

    public Mailer(IConfiguration configuration, IHostEnvironment environment, ILogger<Mailer> logger)
    {
        _options = configuration.GetSection("Mail").Get<MailOptions>() ?? new();
        Address = (_options.Address ?? configuration["PublicAddress"] ?? configuration["Identity:Issuer"] ?? "http://localhost:5080").TrimEnd('/');
        if (!string.IsNullOrEmpty(_options.Host)) return;
        if (string.IsNullOrEmpty(_options.Folder)) Off(logger);
        else IntoFolder(logger, _folder = Checkout.Of(environment).Path(_options.Folder));
    }

    public bool IsOn => !string.IsNullOrEmpty(_options.Host) || _folder is not null;

    /// <summary>The web client's address, without a slash at its end.</summary>
    public string Address { get; }

    public async Task Send(string to, string subject, string text, CancellationToken ct)
    {
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(MailboxAddress.Parse(_options.From));
        message.To.Add(MailboxAddress.Parse(to));
        // Nobody's out-of-office answers to it.
        message.Headers.Add("Auto-Submitted", "auto-generated");

        if (_folder is not null)
        {
            Directory.CreateDirectory(_folder);
            await message.WriteToAsync(Path.Combine(_folder, $"{Guid.CreateVersion7():n}.eml"), ct);
            return;
        }

        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(_options.Host!, _options.Port, _options.Security, ct);
        if (_options.User is { } user) await smtp.AuthenticateAsync(user, _options.Password ?? "", ct);
        await smtp.SendAsync(message, ct);
        await smtp.DisconnectAsync(quit: true, ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mail is off: Mail:Host is not set")]
    static partial void Off(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mails are written to {Folder}")]
    static partial void IntoFolder(ILogger logger, string folder);
}
