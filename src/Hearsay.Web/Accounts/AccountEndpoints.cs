using Hearsay.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Hearsay.Web.Accounts;

/// <summary>
/// /accounts, for admins: who has an account, adding one, changing a role, deleting. Each change goes into the audit log and ends the
/// sessions of the account it concerns.
/// </summary>
internal static class AccountEndpoints
{
    private const int AuditShown = 100;

    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/accounts").RequireAuthorization(Roles.Admin);
        group.MapGet("", (AccountRegister register, AuditLog audit, TimeProvider time) => Page(register, audit, time, null));
        group.MapPost("/add", Add);
        group.MapPost("/role", SetRole);
        group.MapPost("/delete", Delete);
    }

    private static async Task<IResult> Add(HttpContext http, UserManager<Account> users, AccountRegister register, AuditLog audit, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync();
        string role = form["role"].ToString();
        var account = new Account { Name = form["name"].ToString().Trim(), Role = Roles.All.Contains(role) ? role : Roles.Reader };
        var result = await users.CreateAsync(account, form["password"].ToString());
        if (result.Succeeded) audit.Add(http.User.Identity!.Name!, "added account", account.Name, account.Role);
        return Page(register, audit, time, result, $"{account.Name} can sign in now.");
    }

    private static async Task<IResult> SetRole(HttpContext http, UserManager<Account> users, AccountRegister register, AuditLog audit, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync();
        string role = form["role"].ToString();
        if (await users.FindByNameAsync(form["name"].ToString()) is not { } account || !Roles.All.Contains(role)) return Results.LocalRedirect("/accounts");
        account.Role = role;
        var result = await users.UpdateSecurityStampAsync(account);
        if (result.Succeeded) audit.Add(http.User.Identity!.Name!, "set role", account.Name, role);
        return Page(register, audit, time, result, $"{account.Name} is {role} now.");
    }

    private static async Task<IResult> Delete(HttpContext http, UserManager<Account> users, AccountRegister register, AuditLog audit, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync();
        if (await users.FindByNameAsync(form["name"].ToString()) is not { } account) return Results.LocalRedirect("/accounts");
        var result = await users.DeleteAsync(account);
        if (result.Succeeded) audit.Add(http.User.Identity!.Name!, "deleted account", account.Name);
        return Page(register, audit, time, result, $"{account.Name} was deleted.");
    }

    private static RazorComponentResult<AccountsPage> Page(AccountRegister register, AuditLog audit, TimeProvider time, IdentityResult? result, string? done = null) => new(new
    {
        All = register.All(),
        Audit = audit.Read(limit: 10_000).Reverse().Take(AuditShown).ToList(),
        Now = time.GetUtcNow(),
        Message = result is null ? null : result.Succeeded ? done : string.Join(" ", result.Errors.Select(e => e.Description)),
        Failed = result is { Succeeded: false },
    });
}
