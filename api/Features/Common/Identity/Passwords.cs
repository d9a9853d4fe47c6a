using System.Reflection;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// Long and not guessable at once: at least 12 characters, not among the most common ones, not the e-mail itself. No rules of
/// composition and no expiry (NIST SP 800-63B): they make people choose worse ones.
/// </summary>
public sealed class Passwords : IPasswordValidator<Account>
{
    public const int Shortest = 12;

    /// <summary>Hashing anything longer would only cost time.</summary>
    public const int Longest = 200;

    static readonly HashSet<string> Common = Load();

    public static string? FaultOf(string password, string? email)
    {
        if (password.Length < Shortest) return "account.password-short";
        if (password.Length > Longest) return "account.password-long";
        var guessable = password.Distinct().Count() < 4 || Common.Contains(password)
            || string.Equals(password, email, StringComparison.OrdinalIgnoreCase);
        return guessable ? "account.password-common" : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user.Email) is { } code ? IdentityResult.Failed(new IdentityError { Code = code }) : IdentityResult.Success);

    static HashSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>What Identity refuses becomes a problem of ours.</summary>
public static class IdentityProblems
{
    /// <param name="pointer">The field that held the password.</param>
    public static void Demand(this IdentityResult result, string pointer)
    {
        if (result.Succeeded) return;
        var code = result.Errors.First().Code;
        throw code switch
        {
            _ when code.StartsWith("account.", StringComparison.Ordinal) =>
                new BadInput(code, ("shortest", Passwords.Shortest), ("longest", Passwords.Longest)) { Pointer = pointer },
            nameof(IdentityErrorDescriber.InvalidToken) => new BadInput("account.link-invalid") { Pointer = "/token" },
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleViolation("account.email-taken"),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
                new BadInput("account.email-invalid") { Pointer = "/email" },
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new RuleViolation("conflict.try-again"),
            _ => new InvalidOperationException($"Identity refused with {code}."),
        };
    }
}
