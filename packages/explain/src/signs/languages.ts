import type { SignRule } from './sign.ts'

/**
 * What systems say in other languages than English, where .NET, Java and libc print it without a number: the texts of
 * Windows for 10061, 10060, 10054 and 11001, and those of glibc for the same.
 */
export const languageRules: readonly SignRule[] = [
  {
    sign: 'errno:refused',
    shownBy:
      /Zielcomputer die Verbindung verweigerte|Verbindungsaufbau abgelehnt|l.ordinateur cible l.a expressément refusée|Connexion refusée|equipo de destino (?:denegó expresamente|rechazó)|Conexión (?:rehusada|rechazada)|máquina de destino as recusou ativamente|Conexão recusada|computer di destinazione ha rifiutato|Rifiutata la connessione|Connessione rifiutata|конечный компьютер отверг запрос|В соединении отказано|目标计算机积极拒绝|拒绝连接|連線被拒|拒絕連線|対象のコンピューター?によって拒否|接続を拒否されました|대상 컴퓨터에서 연결을 거부|연결이 거부됨|komputer docelowy aktywnie (?:go|jej) odmawia|Połączenie odrzucone|doelcomputer de verbinding actief heeft geweigerd|Verbinding is geweigerd|hedef makine etkin olarak reddettiğinden|Bağlantı reddedildi/i,
  },
  {
    sign: 'errno:timeout',
    shownBy:
      /Gegenstelle nach einer bestimmten Zeitspanne nicht|Die Wartezeit für die Verbindung ist abgelaufen|parti connecté n.a pas répondu convenablement|Connexion terminée par expiration|parte conectada no respondió|Tiempo de espera de conexión agotado|Expiró el tiempo de conexión|parte conectada não respondeu|Tempo esgotado para conexão|parte connessa non risponde correttamente|от другого компьютера за требуемое время не получен|Время ожидания соединения истекло|连接方在一段时间后没有正确答复|连接超时|連線逾時|接続済みの呼び出し先が一定の時間を過ぎても|接続がタイムアウトしました|연결된 구성원으로부터 응답이 없어|연결 시간 초과/i,
  },
  {
    sign: 'errno:reset',
    shownBy:
      /vom Remotehost geschlossen|Die Verbindung wurde vom Kommunikationspartner zurückgesetzt|fermée par l.hôte distant|Connexion ré-?initialisée par le correspondant|forzado la interrupción de una conexión existente|Conexión reinicializada por la máquina remota|cancelamento de uma conexão existente pelo host remoto|forzatamente interrotta dall.host remoto|принудительно разорвал существующее подключение|远程主机强迫关闭了一个现有的连接|連線被對方重設|リモート ホストに強制的に切断|원격 호스트에 의해 강제로 끊겼/i,
  },
  {
    sign: 'dns:missing',
    shownBy:
      /Der angegebene Host ist unbekannt|Es ist kein Host dieser Art bekannt|Der Name oder der Dienst ist nicht bekannt|Hôte inconnu|Nom ou service inconnu|Host desconocido|No se conoce ese host|Nombre o servicio desconocido|Este host não é conhecido|Nome ou serviço desconhecido|Host sconosciuto|Nome o servizio sconosciuto|Этот хост неизвестен|Имя или служба не известны|不知道这样的主机|未知的名称或服务|無法識別這台主機|そのようなホストは不明です|名前またはサービスが不明です|알려진 호스트가 없습니다|이름 혹은 서비스를 알 수 없습니다/i,
  },
]
