import { someone } from './people.ts'

export const subscribers = [
  'Giulia Ferrari; giulia.ferrari@posta.example; Via Tortona 12; 20144 Milano',
  'Marco Colombo; marco.colombo@posta.example; Corso San Gottardo 8; 20136 Milano',
  'Chiara Romano; chiara.romano@posta.example; Via Savona 45; 20144 Milano',
  'Luca Galli; luca.galli@posta.example; Viale Bligny 23; 20136 Milano',
  'Francesca Conti; francesca.conti@posta.example; Via Solari 31; 20144 Milano',
  'Alessandro Riva; alessandro.riva@posta.example; Via Vigevano 4; 20144 Milano',
  'Martina Fontana; martina.fontana@posta.example; Ripa di Porta Ticinese 61; 20143 Milano',
  'Elena Greco; elena.greco@posta.example; Via Casale 7; 20144 Milano',
  'Davide Marini; davide.marini@posta.example; Via Cola di Rienzo 19; 20144 Milano',
  'Sara Villa; sara.villa@posta.example; Via Bergognone 50; 20144 Milano',
  'Paolo Bianchi; paolo.bianchi@posta.example; Via Foppa 33; 20144 Milano',
  'Anna Lombardi; anna.lombardi@posta.example; Via Stendhal 14; 20144 Milano',
].map((line) => someone(line, 'IT'))

export const passHolders = [
  'Valentina Costa; valentina.costa@posta.example; Via Washington 70; 20146 Milano',
  'Federico Rizzi; federico.rizzi@posta.example; Piazza Napoli 15; 20146 Milano',
  'Silvia Moretti; silvia.moretti@posta.example; Via Giambellino 3; 20146 Milano',
  'Roberto Sala; roberto.sala@posta.example; Viale Cassala 22; 20143 Milano',
  'Ilaria De Luca; ilaria.deluca@posta.example; Via Lorenteggio 41; 20146 Milano',
  'Giorgio Pellegrini; giorgio.pellegrini@posta.example; Alzaia Naviglio Grande 90; 20144 Milano',
  'Beatrice Monti; beatrice.monti@posta.example; Via Voghera 11; 20144 Milano',
].map((line) => someone(line, 'IT'))
